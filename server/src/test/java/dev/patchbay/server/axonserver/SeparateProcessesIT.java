package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.TestStore;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server decides, one answers, one lets clients in, and one does the last two. */
class SeparateProcessesIT {

    @TempDir
    private static Path directory;

    private static MemoryAxonServer memory;
    private static RunningServer deciding;
    private static RunningServer answering;
    private static RunningServer open;
    private static RunningServer both;

    @BeforeAll
    static void start() {
        memory = new MemoryAxonServer();
        deciding = start("command");
        answering = start("query");
        open = start("api");
        both = start("query,api");
    }

    @AfterAll
    static void close() {
        List.of(both, open, answering, deciding).forEach(RunningServer::close);
        memory.close();
    }

    @AfterEach
    void everything_is_written_and_read_again() {
        for (RunningServer server : List.of(open, both)) {
            await().until(() ->
                    server.client().post("operators", operator("Afterwards")).status() == 201);
            await().until(() -> server.client().get("operators").status() == 200);
        }
    }

    @Test
    void what_was_written_is_read_at_once_whoever_answers() {
        Client client = open.client();
        for (int i = 0; i < 30; i++) {
            Reply made = made(client, "Ada " + i);
            assertThat(read(client, made.id()).data()).isEqualTo(made.data());

            String name = "Grace " + i;
            Reply changed = answered(key -> client.patch(
                    "operators/" + made.id(), "{\"name\": \"%s\"}".formatted(name), "Idempotency-Key", key));
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            assertThat(read(client, made.id()).data().get("name").asString()).isEqualTo(name);
            assertThat(read(both.client(), made.id(), "Patchbay-Min-Position", String.valueOf(changed.position()))
                            .data())
                    .isEqualTo(changed.data());
        }
    }

    @Test
    void both_who_answer_are_asked() {
        double here = answers(answering);
        double there = answers(both);

        IntStream.range(0, 20)
                .forEach(i -> assertThat(
                                answered(key -> open.client().get("operators")).status())
                        .isEqualTo(200));

        assertThat(answers(answering) - here).isGreaterThanOrEqualTo(5);
        assertThat(answers(both) - there).isGreaterThanOrEqualTo(5);
        assertThat(answers(answering) - here + answers(both) - there).isBetween(20.0, 30.0);
    }

    private static double answers(RunningServer server) {
        return Stream.of(server.part(MeterRegistry.class)
                        .find("patchbay.queries")
                        .tag("type", "ListOperators")
                        .timers()
                        .toArray(Timer[]::new))
                .mapToDouble(Timer::count)
                .sum();
    }

    @Test
    void a_refusal_means_what_it_means_in_one_process() {
        Client client = open.client();
        Reply made = made(client, "Ada");

        assertThat(read(client, 999).status()).isEqualTo(404);
        assertThat(answered(key -> client.delete("operators/999")).status()).isEqualTo(404);
        assertThat(answered(key -> client.post("operators", "{\"name\": 5}")).body())
                .isEqualTo("{\"errors\":[\"Name must be a string\",\"Phone number can't be blank\"]}");
        String outdated = "\"7-0000000000000000\"";
        assertThat(answered(key ->
                                client.patch("operators/" + made.id(), "{\"name\": \"Grace\"}", "If-Match", outdated))
                        .status())
                .isEqualTo(412);
        assertThat(answered(key -> client.get("operators?as_of=@999999")).status())
                .isEqualTo(422);

        String purchase = "{\"phone_number\": \"+15558675309\", \"name\": \"Sales\"}";
        assertThat(answered(key -> client.post("virtual_numbers/purchase", purchase, "Idempotency-Key", key))
                        .status())
                .isEqualTo(201);
        Reply taken = answered(key -> client.post("virtual_numbers/purchase", purchase));
        assertThat(taken.status()).as(taken.body()).isEqualTo(422);
    }

    @Test
    void reads_go_on_where_the_views_are_while_axon_server_is_away() {
        long id = made(both.client(), "Ada").id();

        memory.leave();

        for (RunningServer server : List.of(open, both)) {
            requireTryingLater(server.client().post("operators", operator("Nobody")));
        }
        assertThat(both.client().get("operators/" + id).status()).isEqualTo(200);
        requireTryingLater(open.client().get("operators/" + id));

        memory.comeBack();
    }

    @Test
    void nobody_waits_long_for_an_axon_server_that_says_nothing() {
        memory.hang();

        requireTryingLater(open.client().post("operators", operator("Nobody")));

        memory.goOn();

        // Connections that have been silent for too long are given up, and made anew, a moment later.
        await().during(Duration.ofSeconds(2))
                .until(() -> open.client().get("operators").status() == 200);
    }

    @Test
    void reads_go_on_while_nobody_decides() {
        deciding.close();

        requireTryingLater(open.client().post("operators", operator("Nobody")));
        assertThat(open.client().get("operators").status()).isEqualTo(200);

        deciding = start("command");
    }

    @Test
    void another_answers_when_one_is_gone() {
        long id = made(open.client(), "Ada").id();
        Thread ending = Thread.ofVirtual().start(answering::close);
        while (ending.isAlive()) {
            Reply read = open.client().get("operators/" + id);
            assertThat(read.status()).as(read.body()).isEqualTo(200);
        }

        answering = start("query");
    }

    @Test
    void another_answers_when_one_does_so_no_more_and_is_still_asked() {
        Registration ending = answering
                .part(RemoteQueryBus.class)
                .localSegment()
                .registerHandlerInterceptor((work, chain) -> {
                    throw new NoHandlerForQueryException("this one answers nothing any more");
                });
        try {
            for (int i = 0; i < 10; i++) {
                Reply read = open.client().get("operators");
                assertThat(read.status()).as(read.body()).isEqualTo(200);
            }
        } finally {
            boolean unused = ending.cancel();
        }
    }

    @Test
    void a_decision_whose_result_is_lost_is_asked_for_again_without_harm() {
        memory.commands().loseResults();
        requireTryingLater(open.client().post("operators", operator("Once"), "Idempotency-Key", "once"));
        memory.commands().behave();

        await().until(() -> open.client()
                        .post("operators", operator("Once"), "Idempotency-Key", "once")
                        .status()
                == 201);
        assertThat(answered(key -> open.client().get("operators"))
                        .data()
                        .valueStream()
                        .filter(operator -> operator.get("name").asString().equals("Once")))
                .hasSize(1);
    }

    @Test
    void a_replay_is_made_by_who_has_the_views() {
        Reply started = answered(key -> open.client().post("projections/views/replays", "{}", "Idempotency-Key", key));
        assertThat(started.status()).as(started.body()).isEqualTo(201);

        await().untilAsserted(() -> assertThat(open.client()
                        .get("projections/views/replays/" + started.id())
                        .data()
                        .get("status")
                        .asString())
                .isEqualTo("switched"));
    }

    private static RunningServer start(String roles) {
        List<String> settings = new ArrayList<>(EmbeddedDatabases.of(directory).settings());
        settings.remove("patchbay.store=postgres");
        settings.add("patchbay.store=axon-server");
        settings.add("patchbay.axon.server.address=" + memory.address());
        settings.add(TestStore.ROLES + roles);
        settings.addAll(List.of("patchbay.command-timeout=5s", "patchbay.catch-up-timeout=5s"));
        return RunningServer.on(directory.resolve(roles), settings.toArray(String[]::new));
    }

    /** Asks again while a busy machine has a process or the Axon Server wait for too long, as a client would. */
    private static Reply answered(Function<String, Reply> request) {
        String key = UUID.randomUUID().toString();
        return await().until(() -> request.apply(key), reply -> reply.status() != 503);
    }

    private static Reply read(Client client, long operator, String... headers) {
        return answered(key -> client.get("operators/" + operator, headers));
    }

    private static Reply made(Client client, String name) {
        Reply made = answered(key -> client.post("operators", operator(name), "Idempotency-Key", key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static void requireTryingLater(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isPresent();
    }

    private static String operator(String name) {
        return "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}".formatted(name);
    }
}
