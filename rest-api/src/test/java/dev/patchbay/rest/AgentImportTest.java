package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentQuery.ListKnownEmails;
import dev.patchbay.shared.agent.AgentView;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import goes on whatever happens around it, and says of each row what became of it. */
class AgentImportTest extends ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = """
            first_name,last_name,email,roles
            Ada,L,ada@example.com,Clerk
            Bob,C,bob@example.com,Clerk
            Cy,D,bob@example.com,Clerk
            """;

    private final Map<String, Long> agents = new HashMap<>();
    private final Deque<Throwable> troubles = new ArrayDeque<>();

    @BeforeEach
    void views() {
        agents.clear();
        troubles.clear();
        RoleView role = new RoleView(3, Backend.NOON, Backend.NOON, "Clerk", "", List.of("roles:manage"));
        backend.answering(ListRoles.class, query -> {
            cause(troubles.poll());
            return Answer.list(List.of(role), 41);
        });
        backend.answering(ListTeams.class, query -> Answer.list(List.of(), 41));
        backend.answering(
                ListKnownEmails.class,
                query -> Answer.list(
                        query.emails().stream().filter(agents::containsKey).collect(Collectors.toSet()), 41));
        backend.answering(
                FindAgent.class,
                query -> agents.entrySet().stream()
                        .filter(agent -> agent.getValue() == query.agentId())
                        .<Answer<?>>map(agent -> new Answer<>(agent(agent.getValue(), agent.getKey()), 0, 41))
                        .findFirst()
                        .orElse(Answer.none(41)));
    }

    @Test
    void takes_in_each_once() {
        assertThat(imported(TABLE))
                .containsExactly(
                        "Row 1: Created agent Ada L (ada@example.com)",
                        "Row 2: Created agent Bob C (bob@example.com)",
                        "Row 3 (bob@example.com): Error - email already exists",
                        "Import completed: 2 of 3 successful, 1 failed");
    }

    @Test
    void is_logged_as_part_of_the_request_that_began_it() {
        List<String> logged = new CopyOnWriteArrayList<>();
        backend.whileDeciding = () -> logged.add(MDC.get("request_id"));

        HttpResponse<String> begun = send(TABLE);
        ended();

        assertThat(logged)
                .isNotEmpty()
                .containsOnly(begun.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void waits_for_views_that_are_behind() {
        troubles.add(new Behind(41, 40));

        assertThat(imported(TABLE)).last().isEqualTo("Import completed: 2 of 3 successful, 1 failed");
    }

    @Test
    void decides_anew_when_others_decided_first_or_the_log_could_not_be_written() {
        backend.refuse(Refusal.Reason.CONCURRENT, "role-3 is not there");
        backend.refuse(Refusal.Reason.UNAVAILABLE, "the disk is full");

        assertThat(imported(TABLE)).last().isEqualTo("Import completed: 2 of 3 successful, 1 failed");
        assertThat(creations()).hasSize(6);
    }

    @Test
    void goes_row_by_row_when_somebody_took_an_address_meanwhile() {
        backend.refuse(Refusal.Reason.TAKEN, "User with same email already exists");
        backend.refuse(Refusal.Reason.TAKEN, "User with same email already exists");

        assertThat(imported(TABLE))
                .startsWith(
                        "Row 1 (ada@example.com): Error - email already exists",
                        "Row 2: Created agent Bob C (bob@example.com)");
    }

    @Test
    void knows_its_own_work_again_when_it_had_no_answer() {
        backend.refuse(Refusal.Reason.UNAVAILABLE, "nobody knows whether it is durable");
        backend.whileDeciding = () -> {
            if (agents.isEmpty()) {
                creations()
                        .forEach(agent ->
                                agents.put(agent.email().value(), agent.id().value()));
            }
        };

        assertThat(imported(TABLE))
                .containsExactly(
                        "Row 1: Created agent Ada L (ada@example.com)",
                        "Row 2: Created agent Bob C (bob@example.com)",
                        "Row 3 (bob@example.com): Error - email already exists",
                        "Import completed: 2 of 3 successful, 1 failed");
        assertThat(creations()).hasSize(2);
    }

    @Test
    void is_over_even_when_the_memory_is_used_up() {
        troubles.add(new OutOfMemoryError("of a test"));

        assertThat(imported(TABLE)).containsExactly("Import interrupted: 0 of 3 successful, 0 failed");
        assertThat(imported(TABLE)).last().isEqualTo("Import completed: 2 of 3 successful, 1 failed");
    }

    @Test
    void stops_with_the_server_once_the_rows_at_hand_are_done() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        backend.whileDeciding = () -> {
            begun.countDown();
            waitFor(goOn);
        };
        StringBuilder table = new StringBuilder("first_name,last_name,email,roles\n");
        IntStream.range(0, 250).forEach(row -> table.append("A,B,a" + row + "@example.com,Clerk\n"));
        assertThat(send(table.toString()).statusCode()).isEqualTo(200);
        begun.await();

        Thread stopping = Thread.ofPlatform().start(() -> api.part("imports").stop());
        await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopping.join();

        assertThat(ended()).hasSize(101).last().isEqualTo("Import interrupted: 100 of 250 successful, 0 failed");
        assertThat(answer(send(TABLE)))
                .isEqualTo("503 {\"status\":\"error\",\"message\":\"The server is stopping\",\"data\":null,"
                        + "\"error_type\":\"GeneralException\"}");
        api.part("imports").start();
        assertThat(imported(TABLE)).last().isEqualTo("Import completed: 2 of 3 successful, 1 failed");
    }

    @Test
    void is_refused_when_it_is_larger_than_any_office() {
        String rows = "x\n".repeat(100_001);

        assertThat(send("first_name,last_name,email,roles\n" + rows).body())
                .contains("\"CSV must not contain more than 100000 data rows\"", "InputException");
    }

    private List<CreateAgent> creations() {
        return backend.commands().stream().map(CreateAgent.class::cast).toList();
    }

    private List<String> imported(String table) {
        assertThat(send(table).statusCode()).isEqualTo(200);
        return ended();
    }

    private List<String> ended() {
        JsonNode status = await().until(
                        () -> JSON.readTree(exchange("GET", "/status", null).body())
                                .get("data"),
                        now -> !now.get("running").asBoolean());
        return status.get("logs").valueStream().map(JsonNode::asString).toList();
    }

    private HttpResponse<String> send(String table) {
        return exchange(
                "POST",
                "",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + table
                        + "\r\n--x--\r\n");
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        return api.exchange(
                method,
                "/api/v1/agents/import" + path,
                body,
                "Authorization",
                "token " + SomeAgents.ADMIN + ":" + SomeAgents.SECRET,
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cause(Throwable trouble) {
        if (trouble instanceof Error error) {
            throw error;
        }
        if (trouble instanceof RuntimeException failure) {
            throw failure;
        }
    }

    private static AgentView agent(long id, String email) {
        return new AgentView(
                id,
                Backend.NOON,
                Backend.NOON,
                "A",
                "B",
                email,
                "offline",
                true,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
