package dev.patchbay.server.axonserver;

import static dev.patchbay.server.log.Appends.NOON;
import static dev.patchbay.server.log.Appends.andRead;
import static dev.patchbay.server.log.Appends.andViews;
import static dev.patchbay.server.log.Appends.event;
import static dev.patchbay.server.log.Appends.read;
import static dev.patchbay.server.log.Appends.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Rush;
import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.Appends;
import dev.patchbay.server.log.Basis;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogConflict;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.LogUnavailable;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.postgres.AppendConnection;
import io.grpc.Deadline;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On an event store that can be told to misbehave. */
class AxonServerLogTest extends AxonServerLogContract {

    private final MemoryAxonServer axon = new MemoryAxonServer();
    private final MemoryEventStore memory = axon.events();

    @Override
    protected String address() {
        return axon.address();
    }

    @AfterEach
    void closeMemory() {
        axon.close();
    }

    @Test
    void knows_what_became_of_an_append_that_was_not_confirmed() {
        append(event("operator-1", 0));
        memory.confirmNothing();
        append(event("operator-1", 1));

        assertThat(log.head()).isEqualTo(2);
        server().returned();
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void waits_for_appends_that_arrive_after_their_answer_was_lost_and_asks_for_none_again() throws SQLException {
        List<Append> group = List.of(Appends.of(event("one", 0)), Appends.of(event("other", 0)));
        memory.takeLate();
        try (LogStore store = store()) {
            assertThat(store.store(group)).isEqualTo(2);
        }

        assertThat(group).extracting(Appends::failure).containsOnlyNulls();
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void what_was_confirmed_counts_though_nobody_can_see_the_end_of_the_log() throws SQLException {
        List<Append> group = List.of(Appends.of(event("one", 0)), Appends.of(event("other", 0)));
        memory.loseSight();
        try (LogStore store = store()) {
            assertThat(store.store(group)).isEqualTo(2);
        }

        assertThat(group).extracting(Appends::failure).containsOnlyNulls();
        memory.behave();
        append(event("one", 1));
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void is_answered_when_everybody_can_see_that_the_log_ends_there() {
        memory.lag();
        append(event("operator-1", 0));

        assertThat(server().end()).isEqualTo(1);
    }

    @Test
    void what_the_server_does_not_want_harms_no_neighbour() throws SQLException {
        List<Append> group = List.of(
                Appends.of(event("before", 0)), Appends.of(event("unwanted", 0)), Appends.of(event("after", 0)));
        memory.refuse("unwanted");
        try (LogStore store = store()) {
            assertThat(store.store(group)).isEqualTo(2);
        }

        assertThat(group.stream().map(Appends::failure).filter(Objects::nonNull))
                .singleElement()
                .isInstanceOf(AxonServerFault.class);
        assertThat(column("stream", String.class)).containsExactly("before", "after");
    }

    @Test
    void notes_what_somebody_has_added_to_the_log_who_did_not_hold_the_lock() {
        memory.intrude(EventForm.of(event("number-1", 0, NOON)));
        append(event("operator-1", 0));

        assertThat(log.head()).isEqualTo(2);
        assertThatThrownBy(() -> append(event("number-1", 0))).isInstanceOf(LogConflict.class);
        append(event("number-1", 1));
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void refuses_what_was_not_taken_and_goes_on_when_the_server_is_back() {
        memory.takeNothing();
        assertThatThrownBy(() -> append(event("operator-1", 0))).isInstanceOf(LogUnavailable.class);
        assertThat(server().isAway()).isTrue();
        memory.behave();
        assertThatThrownBy(() -> append(event("operator-1", 0)))
                .as("nobody has looked for it")
                .isInstanceOf(LogUnavailable.class);

        server().returned();
        append(event("operator-1", 0));
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void does_not_write_an_event_store_that_was_put_back_to_an_older_state() throws SQLException {
        append(event("operator-1", 0));
        append(event("operator-1", 1));
        memory.putBackTo(1);

        assertThatThrownBy(() -> append(event("operator-2", 0)))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("position 2 is not in the log any more");
        assertThat(losses()).hasValue(1);

        openAgain();
        append(event("operator-1", 1));
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void does_not_open_an_event_store_that_has_another_log() {
        append(event("operator-1", 0));
        memory.putBackTo(0);

        assertThatThrownBy(this::openAgain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the Axon Server has not the log that the database knows");
    }

    @Test
    void notes_what_somebody_has_appended_who_could_not_note_it() {
        append(event("operator-1", 0));
        appendBehindItsBack("operator-1", 1);

        assertThatThrownBy(() -> append(event("operator-1", 1))).isInstanceOf(LogConflict.class);
        append(event("operator-1", 2));
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void believes_that_anything_may_have_been_relied_on_by_somebody_who_could_not_note_it() {
        append(event("operator-1", 0));
        appendBehindItsBack("number-1", 0);

        assertThatThrownBy(() -> log.append(List.of(event("operator-1", 1)), andViews(read("operator-1", 0, 1))))
                .isInstanceOf(LogConflict.class);
        log.append(List.of(event("operator-1", 1)), andViews(read("operator-1", 0, 2)));
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    private void appendBehindItsBack(String stream, long sequence) {
        server().append(List.of(EventForm.of(event(stream, sequence, NOON))), Deadline.after(10, TimeUnit.SECONDS));
    }

    @Test
    void two_processes_write_one_log_without_holes() throws SQLException {
        try (Log other = new Log(store())) {
            List<Long> heads = Rush.of(200, i -> {
                Log used = i % 2 == 0 ? log : other;
                used.append(List.of(event("one-" + i, 0), event("one-" + i, 1)), new Basis());
                return used.head();
            });

            assertThat(positions()).isEqualTo(upTo(400));
            assertThat(heads).doesNotContain(0L);
        }
    }

    @Test
    void waits_while_another_process_holds_the_end_of_the_log() throws Exception {
        AppendConnection other = new AppendConnection(database());
        other.locked();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> appended = threads.submit(() -> append(event("operator-1", 0)));
            await().until(this::isSomebodyWaiting);
            assertThat(server().end()).isZero();

            other.disconnect();
            appended.get();
            assertThat(positions()).containsExactly(1L);
        } finally {
            other.disconnect();
        }
    }

    private boolean isSomebodyWaiting() {
        return JdbcClient.create(connections())
                .sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_text_that_cannot_be_stored_harms_no_neighbour() throws SQLException {
        List<Append> group = List.of(
                Appends.of(event("before", 0)),
                Appends.of(saying("{\"a\": \"\uD83D\"}", "with", 0)),
                Appends.of(event("after", 0)));
        try (LogStore store = store()) {
            assertThat(store.store(group)).isEqualTo(2);
        }

        assertThat(group.stream().map(Appends::failure).filter(Objects::nonNull))
                .singleElement()
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(column("stream", String.class)).containsExactly("before", "after");
    }

    @Test
    void does_not_add_to_what_another_process_has_relied_on_meanwhile() throws SQLException {
        append(event("operator-1", 0), event("number-1", 0));
        try (Log other = new Log(store())) {
            other.append(List.of(event("number-1", 1)), andRead(read("number-1", 0, 2), "operator-1", 0, 2));
        }

        assertThatThrownBy(() -> log.append(List.of(event("operator-1", 1)), andViews(read("operator-1", 0, 2))))
                .isInstanceOf(LogConflict.class);
        log.append(List.of(event("operator-1", 1)), andViews(read("operator-1", 0, 3)));
        assertThat(positions()).isEqualTo(upTo(4));
    }

    @Test
    void reads_by_position_stream_and_time() {
        append(event("operator-1", 0), saying("{\"name\": \"Zoë \uD83D\uDE00\"}", "operator-2", 0));
        append(event("operator-1", 1, NOON.plusNanos(1_000)));

        var reader = reader();
        assertThat(reader.after(1, 10)).extracting(PlacedEvent::position).containsExactly(2L, 3L);
        assertThat(reader.after(1, 1).getFirst().event().payload()).isEqualTo("{\"name\": \"Zoë \uD83D\uDE00\"}");
        assertThat(reader.ofStream("operator-1", 1, 10)).containsExactly(event("operator-1", 1, NOON.plusNanos(1_000)));
        assertThat(reader.lastSequence("operator-1")).hasValue(1);
        assertThat(reader.lastSequence("operator-3")).isEmpty();
        assertThat(reader.idAt(3)).contains("operator-1/1");
        assertThat(reader.idAt(4)).isEmpty();
        assertThat(reader.lastBefore(NOON)).isZero();
        assertThat(reader.lastBefore(NOON.plusNanos(1_000))).isEqualTo(2);
        assertThat(reader.lastBefore(NOON.plusSeconds(1))).isEqualTo(3);
    }
}
