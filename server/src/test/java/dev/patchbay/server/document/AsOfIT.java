package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.mail.ScriptedSmtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever the document lets one read can be had again as it was, after everything has changed and most is gone. */
class AsOfIT {
    private static final ContractDocument DOCUMENT = ContractDocument.approved();

    /** What is about now, whatever moment is asked for. */
    private static final Set<String> ABOUT_NOW = Set.of("findImport", "listProjections", "findProjection");

    /** What nothing in this world changes: the agent who asks is in no team, and no projection fails. */
    private static final Set<String> ALWAYS_THE_SAME = Set.of("listOwnTeams", "listDeadLetters");

    /** What is there as long as nobody has it. */
    private static final String OFFERS = "searchAvailableNumbers";

    private static final int NUMBERS_OFFERED = 300;

    private static final Pattern FIELD_ABOUT_NOW = Pattern.compile(
            "\"(last_used_at|last_active_at|api_key_last_used_at|progress)\":(null|\"[^\"]*\"|\\{[^}]*})");

    /** Other ways to put the question, by the parameter that lets one. */
    private static final Map<String, String> VARIANTS = Map.of(
            "include", "include=blame",
            "per_page", "per_page=1",
            "order", "order=asc",
            "after", "after=@0",
            "format", "format=csv");

    private static final Pattern BOOKMARK = Pattern.compile("\\{\"bookmark\":\\{\"position\":([0-9]+)}}\n");

    private static final NameServer NAMES = new NameServer();
    private static final ScriptedSmtp MAIL = new ScriptedSmtp();
    private static final List<Then> THEN = new ArrayList<>();
    private static RunningServer server;
    private static World world;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        server = RunningServer.on(
                data,
                "patchbay.inventory-file=" + Files.writeString(data.resolve("inventory.json"), inventory()),
                "patchbay.dns.resolver=" + NAMES.address(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + MAIL.port());
        world = new World(server, NAMES);
        reads().forEach(AsOfIT::read);
        DOCUMENT.operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .forEach(AsOfIT::write);
        reads().forEach(AsOfIT::delete);
    }

    @AfterAll
    static void stop() {
        server.close();
        NAMES.close();
        MAIL.close();
    }

    static List<Operation> reads() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList();
    }

    static List<Then> answers() {
        return THEN.stream()
                .filter(then -> !ABOUT_NOW.contains(then.operation.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void is_answered_as_it_was(Then then) {
        Reply again = send(then.draft.asking("as_of=@" + then.position()));

        assertThat(lasting(again)).isEqualTo(lasting(then.reply));
        assertThat(again.header("Patchbay-Position")).isEqualTo(then.reply.header("Patchbay-Position"));
        assertThat(again.status()).isEqualTo(200);
        if (!ALWAYS_THE_SAME.contains(then.operation.id())) {
            assertThat(send(then.draft).body()).isNotEqualTo(then.reply.body());
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void was_not_there_before_the_first_event(Then then) {
        Reply reply = send(then.draft.asking("as_of=@0"));

        if (then.operation.id().equals(OFFERS)) {
            assertThat(reply.data()).hasSize(NUMBERS_OFFERED);
        } else if (reply.status() == 200) {
            assertThat(shown(reply)).isEmpty();
        } else {
            assertThat(reply.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void is_refused_for_the_future(Operation operation) {
        for (String future : List.of("@999999999999999999", "2999-12-31T23:59:59Z")) {
            assertRefused(world.good(operation).asking("as_of=" + future), "as_of is in the future");
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void is_refused_for_what_is_no_moment(Operation operation) {
        for (String nonsense :
                List.of("", "yesterday", "1", "@", "@-1", "@01", "@1e3", "2026-11-20", "3000-01-01T00:00:00Z")) {
            assertRefused(
                    world.good(operation).asking("as_of=" + nonsense),
                    "as_of must be a time such as 2026-11-20T10:00:00Z, or a position such as @1234");
        }
    }

    /** The numbers that this world is going to have, and some more. */
    private static String inventory() {
        long turn = World.turn();
        return LongStream.rangeClosed(turn + 1, turn + NUMBERS_OFFERED)
                .mapToObj(VoiceWorld::phoneNumber)
                .map("{\"phone_number\":\"%s\",\"country_code\":\"US\",\"number_type\":\"mobile\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void read(Operation operation) {
        Draft draft = world.good(operation);
        ask(operation, draft);
        operation.parameters("query").stream()
                .map(parameter -> VARIANTS.get(parameter.get("name").asString()))
                .filter(Objects::nonNull)
                .forEach(query -> ask(operation, draft.asking(query)));
    }

    private static void ask(Operation operation, Draft draft) {
        Reply reply = send(draft);
        if (!ABOUT_NOW.contains(operation.id())) {
            assertThat(reply.status()).as(draft.target() + " " + reply.body()).isEqualTo(200);
        }
        THEN.add(new Then(operation, draft, reply));
    }

    private static void write(Operation operation) {
        send(world.good(operation));
        world.part(operation).restore(operation);
    }

    private static void delete(Operation operation) {
        Draft draft = world.good(operation).by("DELETE");
        if (DOCUMENT.operation("DELETE", draft.path()).isPresent()) {
            send(draft);
        }
    }

    private static void assertRefused(Draft draft, String message) {
        Reply reply = send(draft);

        JsonNode body = reply.json();
        assertThat(body.path("message").asString(body.path("error").asString())).isEqualTo(message);
        assertThat(reply.status()).isEqualTo(422);
    }

    private static String lasting(Reply reply) {
        return FIELD_ABOUT_NOW.matcher(reply.body()).replaceAll("\"$1\":0");
    }

    /** What a list has, in the words of whichever contract it is of. */
    private static String shown(Reply reply) {
        if (reply.header("Content-Type").orElse("").startsWith("text/csv")) {
            return reply.body().replaceFirst("^[a-z_,]+\r\n$", "");
        }
        return reply.body()
                .replaceFirst("^\\{(\"status\":\"success\",)?\"data\":(\\{\"results\":)?\\[].*", "")
                .replaceFirst("^" + BOOKMARK.pattern() + "$", "");
    }

    private static Reply send(Draft draft) {
        Reply reply = new Wire(server.root()).send(draft.bytes()).orElseThrow();
        DOCUMENT.check(draft.method(), draft.path(), reply);
        return reply;
    }

    /** An answer of a time when what it is about was still there. */
    private record Then(Operation operation, Draft draft, Reply reply) {

        long position() {
            return reply.header("Patchbay-Position")
                    .map(Long::parseLong)
                    .orElseGet(() -> BOOKMARK.matcher(reply.body())
                            .results()
                            .map((MatchResult bookmark) -> Long.parseLong(bookmark.group(1)))
                            .findFirst()
                            .orElseThrow());
        }

        @Override
        public String toString() {
            return operation.id() + draft.target().substring(draft.path().length());
        }
    }
}
