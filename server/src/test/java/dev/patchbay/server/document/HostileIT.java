package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.mail.ScriptedSmtp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is sent, the server does not fail, answers as documented, and what it refuses leaves no event. Each value goes to
 * some operations; with {@code -Dhostile.all=true} to all of them.
 */
class HostileIT {
    private static final ContractDocument DOCUMENT = ContractDocument.approved();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_LINE = 60_000;

    /** Headers that every request may have, next to those that the document names. */
    private static final List<String> COMMON = List.of("Authorization", "Content-Type", "Accept", "User-Agent");

    /** Members of a body that name something else. */
    private static final Set<String> NAMING =
            Set.of("operator_id", "virtual_number_id", "operator_ids", "domain_id", "assistant_id");

    private static final NameServer NAMES = new NameServer();
    private static final ScriptedSmtp MAIL = new ScriptedSmtp();
    private static RunningServer server;
    /** One for each operation that changes something, so that none drowns in what the others made, and one for all that read. */
    private static final Map<String, World> WORLDS = new HashMap<>();

    private static World foreign;
    private static Trial trial;

    private static final Pattern ALIKE = Pattern.compile(
            ".*/(history|diff)|/(exports)/.*|.*/(replays)/\\{id}/(?:pause|resume|cancel|accept|discard)");

    private static final Pattern ENCODABLE = Pattern.compile("/([a-z])");

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.on(
                data,
                "patchbay.dns.resolver=" + NAMES.address(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + MAIL.port());
        foreign = new World(server, NAMES);
        trial = new Trial(server, DOCUMENT);
    }

    @AfterAll
    static void stop() {
        System.out.println(trial.summary());
        server.close();
        NAMES.close();
        MAIL.close();
    }

    @AfterEach
    void judge() {
        trial.verdict();
    }

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    /** Of histories and all else that shares all but its path, the first of each contract; all when all are wanted. */
    static List<Operation> differentOperations() {
        Set<String> told = new HashSet<>();
        return operations().stream()
                .filter(operation -> Boolean.getBoolean("hostile.all")
                        || !ALIKE.matcher(operation.template()).matches()
                        || told.add(operation.base()
                                + ALIKE.matcher(operation.template()).replaceFirst("$1$2$3")))
                .toList();
    }

    static List<Operation> operationsWithBodies() {
        return operations().stream()
                .filter(operation -> operation.body().isPresent())
                .toList();
    }

    static List<Operation> operationsWithLines() {
        return operations().stream()
                .filter(operation -> operation.line().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_good_request_is_served(Operation operation) {
        assertThat(send(operation, good(operation))).isBetween(200, 204);
    }

    @ParameterizedTest
    @MethodSource("operationsWithBodies")
    void hostile_fields(Operation operation) {
        for (String field : operation.fields()) {
            for (String value : some(HostileValues.values(), 12, operation.id() + field)) {
                byte[] body = world(operation).body(operation, field, value);
                Draft draft = good(operation).saying(body);
                if (isAllowed(operation, body)) {
                    send(operation, draft);
                } else {
                    trial.sendForbidden(operation.id(), draft);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithLines")
    void hostile_lines(Operation operation) {
        for (String field : operation.fields()) {
            List<String> lines = some(HostileValues.values(), 2, operation.id() + field).stream()
                    .filter(value -> value.indexOf('\n') < 0 && value.length() < LONGEST_LINE)
                    .map(value -> world(operation).line(operation, field, value))
                    .toList();
            Draft draft = good(operation).sayingLines(HostileValues.bytes(String.join("\n", lines)));
            Reply reply = new Wire(server.root()).send(draft.bytes()).orElseThrow();

            DOCUMENT.check(draft.method(), draft.target(), reply);
            List<JsonNode> results = reply.body()
                    .lines()
                    .map(JSON::readTree)
                    .map(JsonNode.class::cast)
                    .toList();
            assertThat(results).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                int status = results.get(i).get("status").asInt();
                assertThat(status).as(lines.get(i)).isBetween(200, 499);
                if (!isAllowedLine(operation, HostileValues.bytes(lines.get(i)))) {
                    assertThat(status).as(lines.get(i)).isGreaterThanOrEqualTo(400);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differentOperations")
    void hostile_bodies(Operation operation) {
        String good = operation
                .body()
                .map(any -> world(operation).goodBody(operation))
                .or(() -> operation
                        .line()
                        .map(any -> world(operation).goodLines(operation).getFirst()))
                .orElse("{\"operator_id\":1}");
        List<byte[]> bodies = HostileBodies.of(good);
        some(bodies, 6, operation.id()).forEach(body -> send(operation, saying(operation, body)));
        some(bodies, 12, operation.id() + " in chunks")
                .forEach(body -> send(operation, saying(operation, body).inChunks()));
        some(bodies, 12, operation.id() + " of no type")
                .forEach(body -> send(operation, saying(operation, body).without("Content-Type")));
        byte[] large = new byte[2 * 1024 * 1024];
        some(
                        List.of(
                                saying(operation, large).inChunks(),
                                saying(operation, large).with("Idempotency-Key", "large " + operation.id())),
                        2,
                        operation.id() + " large")
                .forEach(draft -> send(operation, draft));
        if (operation.needsBody()) {
            trial.sendForbidden(operation.id(), good(operation).saying(new byte[0]));
            trial.sendForbidden(operation.id(), good(operation).saying(large));
        }
    }

    @ParameterizedTest
    @MethodSource("differentOperations")
    void hostile_headers(Operation operation) {
        Set<String> names = new LinkedHashSet<>(COMMON);
        operation
                .parameters("header")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        for (String name : names) {
            for (String value : some(HostileValues.headers(), 36, operation.id() + name)) {
                send(operation, good(operation).with(name, value));
            }
            some(
                            List.of(
                                    good(operation).without(name),
                                    good(operation).with(name, "1").adding(name, "2")),
                            2,
                            operation.id() + " without or twice " + name)
                    .forEach(draft -> send(operation, draft));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hostile_ids_in_the_path(Operation operation) {
        String[] segments = operation.template().split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                List<String> hostile = HostileValues.ids(id(world(operation), operation, segments[i]));
                List<String> ids = new ArrayList<>(some(hostile, 3, operation.id() + segments[i]));
                ids.add(id(foreign, operation, segments[i]));
                for (String id : ids) {
                    Draft good = good(operation);
                    String[] path =
                            good.target().substring(operation.base().length()).split("/", -1);
                    path[i] = id;
                    send(operation, good.at(operation.base() + String.join("/", path)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differentOperations")
    void hostile_queries(Operation operation) {
        Set<String> names = new LinkedHashSet<>(List.of("unknown"));
        operation
                .parameters("query")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        for (String name : names) {
            some(HostileValues.queryValues(), names.size() == 1 ? 8 : 4, operation.id() + name)
                    .forEach(value -> send(operation, good(operation).asking(name + "=" + value)));
            List<String> queries = List.of(
                    name,
                    "=" + name,
                    name + "=1&" + name + "=x",
                    name + "=x&" + name + "=1",
                    name + "[]=1",
                    "&&&" + name + "=1&",
                    "%" + name + "=1",
                    name + "==1",
                    (name + "=1&").repeat(1500));
            some(queries, 3, operation.id() + " as " + name)
                    .forEach(query -> send(operation, good(operation).asking(query)));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithBodies")
    void ids_of_another_account_are_not_found(Operation operation) {
        for (String field : operation.fields()) {
            if (NAMING.contains(field)) {
                String id = foreign.part(operation).named(field);
                assertThat(send(
                                operation,
                                good(operation).saying(world(operation).body(operation, field, id))))
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "purchaseVirtualNumber | phone_number | '+80012345678' | 422 | {'errors':['Phone number is invalid']}",
                "issueApiKey | expires_at | '9999-12-31T23:59:59Z' | 201 |",
                "issueApiKey | expires_at | '9999-12-31T23:59:59-00:01' | 422 | {'errors':['Expires at is invalid']}",
                "issueApiKey | expires_at | '+10000-01-01T00:00:00Z' | 422 | {'errors':['Expires at is invalid']}",
                "addOperator | operator_id | null | 422 | {'error':'operator_id or phone_number is required'}",
                "createProject | long_pause_threshold_seconds | 86400 | 201 |",
                "createProject | long_pause_threshold_seconds | 86401 | 422 |"
                        + " {'errors':['Long pause threshold seconds must be between 1 and 86400']}"
            })
    void values_at_the_edge(String id, String field, String value, int status, @Nullable String body) {
        Operation operation = operations().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow();
        Draft draft = good(operation).saying(world(operation).body(operation, field, value.replace('\'', '"')));

        Reply reply = new Wire(server.root()).send(draft.bytes()).orElseThrow();

        assertThat(reply.status()).isEqualTo(status);
        if (body != null) {
            assertThat(reply.body()).isEqualTo(body.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @MethodSource("differentOperations")
    void other_methods(Operation operation) {
        List<String> methods = List.of(
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "PROPFIND",
                "get",
                "X".repeat(5000),
                "G,T");
        for (String method : some(methods, 2, operation.id() + " by another method")) {
            Draft draft = good(operation).by(method);
            if (DOCUMENT.operation(method, draft.path()).isEmpty()) {
                trial.send("other methods", draft);
            }
        }
    }

    @Test
    void other_paths() {
        Draft good = good(
                DOCUMENT.operation("GET", ContractDocument.BASE + "/operators").orElseThrow());
        for (String path : List.of(
                "",
                "/",
                "//",
                "//operators",
                "/operators/",
                "/operators//",
                "/Operators",
                "/operators.json",
                "/operators%2F1",
                "/operators%00",
                "/operators%5c1",
                "/operators;x=1",
                "/;/operators",
                "/..;/operators",
                "/./operators",
                "/../public/operators",
                "/%2e%2e/operators",
                "/nope",
                "/nope?x=%",
                "/%ff",
                "/%zz",
                "/" + "x".repeat(7000),
                "/" + "x/".repeat(3000),
                "/\u00ff",
                "/<>",
                "/operators#fragment",
                "/virtual_numbers/available/x",
                "/virtual_numbers/purchase",
                "/operators/1/virtual_numbers",
                "/actuator/health")) {
            trial.send("other paths", good.at(ContractDocument.BASE + path));
            trial.send(
                    "other paths",
                    good.at(ContractDocument.BASE + path).by("POST").saying(new byte[0]));
            trial.send("other paths", good.at(ContractDocument.BASE + path).without("Authorization"));
        }
        for (String path : List.of(
                "/nope",
                "/api",
                "/error",
                "/actuator/env",
                "/docs/assets/..%2f",
                "/docs/nope",
                "/docs/swagger-ui/",
                "*",
                "x")) {
            trial.sendGarbage(good.at(path).bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_is_the_same_however_it_is_written(Operation operation) {
        Draft stranger = good(operation).without("Authorization");
        Draft other = good(operation).by("PROPFIND");
        for (Draft draft : List.of(stranger, other)) {
            String written = ENCODABLE
                    .matcher(draft.target())
                    .replaceAll(
                            found -> "/%" + Integer.toHexString(found.group(1).charAt(0)));
            Reply plain = new Wire(server.root()).send(draft.bytes()).orElseThrow();

            Reply reply =
                    new Wire(server.root()).send(draft.at(written).bytes()).orElseThrow();

            assertThat(reply.status() + reply.body()).as(written).isEqualTo(plain.status() + plain.body());
        }
    }

    @Test
    void what_is_hardly_http() {
        HostileBodies.garbage(RunningServer.FIRST_KEY).forEach(trial::sendGarbage);

        assertThat(server.client().get("operators").status()).isEqualTo(200);
    }

    @Test
    void positions_that_are_not_reached() throws Exception {
        Wire wire = new Wire(server.root());
        List<Draft> drafts = operations().stream()
                .map(operation -> good(operation).with("Patchbay-Min-Position", "999999999999999999"))
                .toList();
        long before = server.part(Log.class).head();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = drafts.stream()
                    .map(draft -> clients.submit(() -> wire.send(draft.bytes()).orElseThrow()))
                    .toList();
            for (int i = 0; i < drafts.size(); i++) {
                Reply reply = replies.get(i).get();
                assertThat(reply.status()).as(drafts.get(i).target()).isEqualTo(503);
                assertThat(reply.body()).contains("Not yet at position 999999999999999999");
                assertThat(reply.header("Retry-After")).hasValue("1");
                DOCUMENT.check(drafts.get(i).method(), drafts.get(i).path(), reply);
            }
        }
        assertThat(trial.isAskedForAfter(before)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "as_of"})
    void a_stream_ends_where_it_is_told_to(String parameter) {
        Draft follow = stream()
                .asking("after=@0&" + parameter + "=@" + server.part(Log.class).head());

        Reply reply = new Wire(server.root()).send(follow.bytes()).orElseThrow();

        DOCUMENT.check("GET", follow.path(), reply);
        assertThat(reply.body()).startsWith("id: 0\nevent: bookmark\n").contains("\nevent: change\n");
    }

    @Test
    void the_headers_of_a_stream_have_an_end() {
        Reply reply = new Wire(server.root()).send(stream().by("HEAD").bytes()).orElseThrow();

        assertThat(reply.status()).isEqualTo(200);
    }

    private static Draft stream() {
        Operation follow =
                DOCUMENT.operation("GET", ContractDocument.BASE + "/changes").orElseThrow();
        return good(follow).with("Accept", "text/event-stream");
    }

    private static World world(Operation operation) {
        String whose = operation.method().equals("GET") ? "those that read" : operation.id();
        return WORLDS.computeIfAbsent(whose, any -> new World(server, NAMES));
    }

    private static String id(World world, Operation operation, String variable) {
        return world.part(operation).id(operation, variable);
    }

    private static Draft good(Operation operation) {
        return world(operation).good(operation);
    }

    private static Draft saying(Operation operation, byte[] body) {
        return operation.line().isPresent()
                ? good(operation).sayingLines(body)
                : good(operation).saying(body);
    }

    private static int send(Operation operation, Draft draft) {
        int status = trial.send(operation.id(), draft);
        if (status >= 200 && status < 300) {
            world(operation).part(operation).restore(operation);
        }
        return status;
    }

    /** About one in four times so many, others for each seed but always the same; all of them when all are wanted. */
    private static <T> List<T> some(List<T> values, int oneIn, String seed) {
        Random random = new Random(seed.hashCode());
        return values.stream()
                .filter(value -> Boolean.getBoolean("hostile.all") || random.nextInt(4 * oneIn) == 0)
                .toList();
    }

    /** Whether a body is what the document asks for, its texts trimmed. */
    private static boolean isAllowed(Operation operation, byte[] body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode object
                    && DOCUMENT.complaintsAboutRequest(operation, trimmed(object))
                            .isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The same of a line. */
    private static boolean isAllowedLine(Operation operation, byte[] line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object
                    && DOCUMENT.complaintsAboutLine(operation, trimmed(object)).isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static JsonNode trimmed(ObjectNode object) {
        object.forEachEntry((name, value) -> {
            if (value.isString()) {
                object.put(name, value.stringValue().replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", ""));
            }
        });
        return object;
    }
}
