package dev.patchbay.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.replay.Gauge;
import dev.patchbay.shared.projection.ReplayProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever follows the changes hears of each once, however often the connection breaks. */
class ChangesIT {
    /** Of each of two subscribers. */
    private static final int CUTS = 500;

    private static final int SLOW = 5;

    private static final String OPERATOR = "{\"name\":\"Ada\",\"phone_number\":\"+15551234567\"}";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void subscribers_that_are_cut_off_a_thousand_times_end_with_exactly_the_log() throws Exception {
        Client account = account();
        List<Reader> readers = List.of(Reader.ofEvents(account, 1), Reader.ofLines(account, 2));
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> write(account, over));
            List<Future<?>> cuts = new ArrayList<>();
            for (Reader reader : readers) {
                cuts.add(threads.submit((Callable<Void>) () -> {
                    reader.beCutOff(CUTS);
                    return null;
                }));
            }
            try {
                for (Future<?> cut : cuts) {
                    cut.get();
                }
            } finally {
                over.set(true);
            }
            writer.get();
        }
        List<Long> log = log(account);

        assertThat(log).hasSizeGreaterThan(100).isSorted().doesNotHaveDuplicates();
        for (Reader reader : readers) {
            reader.readTo(log.getLast());
            assertThat(reader.told()).isEqualTo(log);
        }
    }

    @Test
    void whoever_waits_for_a_change_waits_on_while_others_change_what_is_theirs() throws Exception {
        Client account = account();
        Client other = account();
        long begun = log(account).getLast();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> waiting = threads.submit(() -> account.get("changes?after=@" + begun + "&wait=60s"));
            for (int i = 0; i < 30; i++) {
                other.post("operators", OPERATOR);
            }
            long awaited = account.post("operators", OPERATOR).position();

            assertThat(waiting.get().body()).contains("\"position\":" + awaited + ",");
        }
    }

    @Test
    void no_time_to_come_is_a_beginning() {
        Reply reply = account().get("changes?from=2999-01-01T00:00:00Z");

        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).isEqualTo("{\"error\":\"from is in the future\"}");
    }

    @Test
    void those_that_do_not_read_hold_up_nobody_and_are_told_everything_when_they_do() throws Exception {
        Client account = account();
        recordManyCalls(account);
        List<Follower> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            slow.add(Follower.ofEvents(account, "0"));
        }
        assertThat(account.post("operators", OPERATOR).status()).isEqualTo(201);
        Reader quick = Reader.ofEvents(account, 0);
        List<Long> log = log(account);
        quick.readTo(log.getLast());
        assertThat(quick.told()).isEqualTo(log);

        assertThat(slow.getFirst().await("OperatorCreated")).isPresent();
        for (Follower one : slow) {
            one.cut();
        }
    }

    @Test
    void a_stream_ends_when_its_key_is_revoked_and_says_nothing_of_what_comes_then() throws Exception {
        Client account = account();
        JsonNode key = account.post("api_keys", "{\"name\":\"Reader\",\"permissions\":[\"read\"]}")
                .data();
        try (Follower follower = Follower.ofEvents(account.as(key.get("key").asString()))) {
            assertThat(follower.await("bookmark")).isPresent();

            account.delete("api_keys/" + key.get("id").asString());

            assertThat(follower.await("event: change")).isEmpty();
        }
    }

    @Test
    void a_stream_says_where_it_stands_at_once_and_again_while_nothing_happens() throws IOException {
        Client account = account();
        try (Follower follower = Follower.ofEvents(account)) {
            assertThat(follower.await("event: bookmark")).isPresent();
            assertThat(follower.await("event: bookmark")).isPresent();
        }
    }

    @Test
    void keys_that_may_are_told_how_far_the_replay_is_that_is_under_way_and_others_are_not() throws IOException {
        Client root = server.client();
        Client other = account();
        try (Follower follower = Follower.ofEvents(root);
                Follower reader = Follower.ofEvents(other)) {
            assertThat(follower.await("event: bookmark")).isPresent();
            long id = root.post("projections/views/replays", "{\"events_per_second\":1}")
                    .id();
            server.part(Gauge.class).show(id, new ReplayProgress(3, 40, 1, 37L));
            other.post("operators", OPERATOR);

            for (int times = 0; times < 2; times++) {
                assertThat(linesUntil(follower, "event: progress").getLast()).isEmpty();
                assertThat(follower.line().orElseThrow())
                        .contains("\"replay_id\":" + id + ",\"status\":\"running\",\"progress\":{\"events_done\":");
            }
            other.post("operators", OPERATOR);
            root.post("projections/views/replays/" + id + "/cancel", "");

            assertThat(follower.await("ReplayCancelled")).isPresent();
            assertThat(reader.await("OperatorCreated")).isPresent();
            assertThat(linesUntil(reader, "OperatorCreated")).doesNotContain("event: progress");
        }
    }

    @Test
    void a_stream_ends_when_the_server_does(@TempDir Path data) throws IOException {
        RunningServer other = RunningServer.on(data);
        try (Follower follower = Follower.ofEvents(other.client())) {
            assertThat(follower.await("event: bookmark")).isPresent();

            other.close();

            assertThat(follower.await("event: change")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "01", "9999999999999999999", "1 2", "@1"})
    void a_last_event_id_that_no_event_has_is_refused(String id) {
        Reply reply = account().get("changes", "Accept", "text/event-stream", "Last-Event-ID", id);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.body()).contains("Last-Event-ID");
    }

    /** Those that come before the one that says this. */
    private static List<String> linesUntil(Follower follower, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = follower.line().orElseThrow();
        for (; !line.contains(text); line = follower.line().orElseThrow()) {
            lines.add(line);
        }
        return lines;
    }

    private static void write(Client account, AtomicBoolean over) {
        long operator = account.post("operators", OPERATOR).id();
        for (int i = 0; !over.get(); i++) {
            account.patch("operators/" + operator, "{\"name\":\"Ada " + i + "\"}");
        }
    }

    /** More than lies on the way between two sockets. */
    private static void recordManyCalls(Client account) {
        long number = account.post("virtual_numbers", "{\"phone_number\":\"+15557654321\"}")
                .id();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("{\"virtual_number_id\":")
                    .append(number)
                    .append(",\"external_id\":\"CA")
                    .append(i)
                    .append("\",\"direction\":\"inbound\",\"call_status\":\"answered\"}\n");
        }
        Reply reply = account.post(
                "calls/batch",
                lines.toString(),
                "Content-Type",
                "application/x-ndjson",
                "Patchbay-Reason",
                "because ".repeat(120),
                "User-Agent",
                "agent/1.0 ".repeat(100));
        assertThat(reply.status()).isEqualTo(200);
    }

    private static Client account() {
        return server.client()
                .as(server.client()
                        .post("accounts", "{\"name\":\"Followed\"}")
                        .data()
                        .at("/api_key/key")
                        .asString());
    }

    /** The positions of all entries that the account may see. */
    private static List<Long> log(Client account) {
        List<Long> positions = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    account.get("audit_events?order=asc&per_page=100" + cursor).json();
            page.get("data")
                    .forEach(entry -> positions.add(entry.get("position").asLong()));
            String next = page.at("/meta/next_cursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return positions;
    }
}
