package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.mail.ScriptedSmtp;
import dev.patchbay.shared.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every operation that changes something, and what the audit trail says of it. */
class AuditIT {
    private static final ContractDocument DOCUMENT = ContractDocument.approved();
    private static final NameServer NAMES = new NameServer();
    private static final ScriptedSmtp MAIL = new ScriptedSmtp();
    private static RunningServer server;
    private static Client stranger;
    private World world;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.on(
                data,
                "patchbay.dns.resolver=" + NAMES.address(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + MAIL.port());
        stranger = server.client()
                .as(server.client()
                        .post("accounts", "{\"name\":\"Stranger\"}")
                        .data()
                        .at("/api_key/key")
                        .asString());
    }

    @AfterAll
    static void stop() {
        server.close();
        NAMES.close();
        MAIL.close();
    }

    @BeforeEach
    void create() {
        world = new World(server, NAMES);
    }

    static List<Operation> changing() {
        return DOCUMENT.operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changing")
    void is_told_field_by_field_with_who_asked_and_why_unless_it_changes_nothing(Operation operation) {
        Draft draft = new Unsettled(world, wire(), NAMES).changing(operation);
        Client reader = reader(operation);
        String known = actor(operation, reader);

        Client owner = ask(operation, draft, "first", reader);
        List<JsonNode> entries = trail(owner, operation.id() + " first");

        assertThat(entries).map(AuditIT::summary).containsExactlyElementsOf(ExpectedEntries.of(operation));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.get("actor").toString()).isEqualTo(known);
            assertThat(entry.get("reason").asString()).isEqualTo("Because of Zoë");
            assertThat(entry.get("request_id").asString()).isEqualTo(operation.id() + " first");
            assertThat(entry.get("client_address").asString()).isEqualTo("127.0.0.1");
            assertThat(entry.get("user_agent").asString()).isEqualTo("audit/1.0");
        });
        assertThat(entries)
                .map(entry -> entry.get("position").asLong())
                .containsExactlyElementsOf(positions(operation.id() + " first"));
        assertThat(trail(stranger, operation.id() + " first")).isEmpty();
        owner = ask(operation, draft, "second", reader);
        assertThat(trail(owner, operation.id() + " second"))
                .hasSize(ExpectedEntries.isSilentTheSecondTime(operation) ? 0 : entries.size());
    }

    /** Answers who reads of it: of a new account its own first key. */
    private Client ask(Operation operation, Draft draft, String turn, Client reader) {
        Draft explained = draft.with("X-Request-Id", operation.id() + " " + turn)
                .with("Patchbay-Reason", Draft.utf8("Because of Zoë"))
                .with("User-Agent", "audit/1.0");
        Reply reply = wire().send(explained.bytes()).orElseThrow();
        DOCUMENT.check(draft.method(), draft.target(), reply);
        if (turn.equals("first")) {
            assertThat(reply.status()).as(reply.body()).isBetween(200, 204);
        }
        if (operation.id().equals("importAgents")) {
            world.part(operation).restore(operation);
        }
        return operation.id().equals("openAccount")
                ? reader.as(reply.data().get("api_key").get("key").asString())
                : reader;
    }

    private Client reader(Operation operation) {
        return isForAgents(operation)
                ? server.client()
                : server.client().as(world.part(operation).key(operation));
    }

    /** What an account that is opened is told of the key of another account is only its number. */
    private String actor(Operation operation, Client reader) {
        if (isForAgents(operation)) {
            return actor("agent", 1, "\"Admin\"", "null");
        }
        if (operation.id().equals("openAccount")) {
            return actor("api_key", 1, "null", "null");
        }
        return reader.at(server.client().base())
                .get("api_keys")
                .data()
                .valueStream()
                .filter(key -> reader.key().startsWith(key.get("prefix").asString()))
                .map(key -> actor(
                        "api_key",
                        key.get("id").asLong(),
                        key.get("name").toString(),
                        key.get("prefix").toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String actor(String kind, long id, String name, String prefix) {
        return "{\"kind\":\"%s\",\"id\":%d,\"name\":%s,\"key_prefix\":%s}".formatted(kind, id, name, prefix);
    }

    private static boolean isForAgents(Operation operation) {
        return operation.base().equals(ContractDocument.AGENTS_BASE);
    }

    private static String summary(JsonNode entry) {
        return entry.get("type").asString() + " " + entry.at("/entity/type").asString()
                + entry.get("changes")
                        .valueStream()
                        .map(change -> " " + change.get("field").asString())
                        .collect(Collectors.joining());
    }

    private static List<JsonNode> trail(Client reader, String request) {
        Reply reply = reader.get("audit_events?order=asc&request_id=" + request.replace(" ", "%20"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.data().valueStream().toList();
    }

    /** Those of all events of a request that happened to a thing. */
    private static List<Long> positions(String request) {
        return server.part(LogReader.class).after(0, Integer.MAX_VALUE).stream()
                .filter(placed -> placed.event().metadata().contains("\"request_id\":\"" + request + "\""))
                .filter(placed -> isOfThing(placed.event().stream()))
                .map(PlacedEvent::position)
                .toList();
    }

    private static boolean isOfThing(String stream) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> stream.startsWith(kind.word() + "-"));
    }

    private static Wire wire() {
        return new Wire(server.root());
    }
}
