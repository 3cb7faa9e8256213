package dev.patchbay.server.postgres;

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
import dev.patchbay.server.log.SqlLogContract;
import dev.patchbay.server.log.StoredEvent;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresLogTest extends SqlLogContract {

    private static final String OF_PATCHBAY =
            "from pg_stat_activity where datname = current_database() and application_name = 'patchbay'";

    private final EmbeddedDatabase embedded = EmbeddedDatabases.create();
    private final JdbcClient sql = JdbcClient.create(embedded.connections());
    private final AtomicInteger losses = new AtomicInteger();
    private @Nullable PostgresDatabase opened;

    @Override
    protected LogStore store() throws SQLException {
        return new PostgresLogStore(database(), new Continuity(losses::incrementAndGet), "patchbay_test", recent);
    }

    @Override
    protected DataSource stored() {
        return embedded.connections();
    }

    @AfterEach
    void closeDatabase() {
        log.close();
        database().close();
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
            assertThat(Math.max(log.head(), other.head())).isEqualTo(400);
        }
    }

    @Test
    void of_two_processes_that_race_for_one_place_exactly_one_wins_each_time() throws SQLException {
        try (Log other = new Log(store())) {
            for (int round = 0; round < 50; round++) {
                long sequence = round;
                List<Boolean> won = Rush.of(2, i -> isStored(i == 0 ? log : other, event("contested", sequence)));
                assertThat(won).containsExactlyInAnyOrder(true, false);
            }
            assertThat(positions()).isEqualTo(upTo(50));
        }
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
    void a_text_that_cannot_be_stored_harms_no_neighbour() throws SQLException {
        List<Append> group = List.of(
                Appends.of(event("before", 0)),
                Appends.of(event("with", 0), saying("{\"a\u0000\": 1}", "with", 1)),
                Appends.of(event("before", 0)),
                Appends.of(event("after", 0)));
        try (LogStore store = store()) {
            assertThat(store.store(group)).isEqualTo(2);
        }

        assertThat(group.stream().map(Appends::failure).map(PostgresLogTest::kind))
                .containsExactly("stored", "SQLException", "LogConflict", "stored");
        assertThat(positions()).containsExactly(1L, 2L);
        assertThat(column("stream", String.class)).containsExactly("before", "after");
    }

    @Test
    void keeps_what_it_acknowledged_though_its_connections_are_cut_again_and_again() {
        AtomicBoolean over = new AtomicBoolean();
        List<List<String>> acknowledged = Rush.of(9, client -> client == 8 ? cut(over) : appendUntil(over, client));

        append(event("afterwards", 0));
        List<String> expected = acknowledged.stream().flatMap(List::stream).toList();
        assertThat(expected).isNotEmpty();
        assertThat(column("event_id", String.class)).containsAll(expected).doesNotHaveDuplicates();
        assertThat(positions()).isEqualTo(upTo(positions().size()));
        assertThat(log.head()).isEqualTo(positions().size());
    }

    @Test
    void does_not_notice_that_the_database_was_started_again_while_nothing_was_appended() {
        append(event("operator-1", 0));
        cutAll();
        append(event("operator-1", 1));

        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void says_nothing_of_the_events_that_it_cannot_store() {
        StoredEvent broken = new StoredEvent("b", 0, "Test", "b/0", NOON, "type", "1", "Ada Lovelace", null);

        assertThatThrownBy(() -> append(broken))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("null value in column")
                .hasMessageNotContaining("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from event where position = 2",
                "update event set event_id = 'of another process' where position = 2"
            })
    void does_not_write_a_database_that_was_put_back_to_an_older_state(String change) throws SQLException {
        append(event("operator-1", 0));
        append(event("operator-1", 1));
        assertThat(sql.sql(change).update()).isEqualTo(1);
        cutAll();
        List<String> before = column("event_id", String.class);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> append(event("operator-2", 0)))
                    .isInstanceOf(LogUnavailable.class)
                    .hasMessageContaining("position 2 is not in the log any more");
        }
        assertThat(column("event_id", String.class)).isEqualTo(before);
        assertThat(losses).as("told each time: somebody may have forgotten it").hasValue(2);

        openAgain();
        append(event("operator-2", 0));
        assertThat(positions()).isEqualTo(upTo(before.size() + 1));
    }

    @Test
    void answers_only_what_is_on_the_disk_even_if_the_database_is_told_to_be_quick() throws SQLException {
        sql.sql("alter database " + embedded.name() + " set synchronous_commit = off")
                .update();
        database().close();
        opened = null;

        try (var pooled = database().pool().getConnection();
                var own = database().connect()) {
            for (var connection : List.of(pooled, own)) {
                try (var row = connection.createStatement().executeQuery("show synchronous_commit")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("on");
                }
            }
        }
    }

    private boolean isStored(Log into, StoredEvent event) {
        try {
            into.append(List.of(event), new Basis());
            return true;
        } catch (LogConflict lost) {
            return false;
        }
    }

    /** Cuts every connection of the log ten times, each time after something new was stored. */
    private List<String> cut(AtomicBoolean over) {
        try {
            for (int i = 0; i < 10; i++) {
                long before = embedded.end();
                await().until(() -> embedded.end() > before);
                cutAll();
            }
        } finally {
            over.set(true);
        }
        return List.of();
    }

    private void cutAll() {
        assertThat(sql.sql("select count(pg_terminate_backend(pid, 10000)) " + OF_PATCHBAY)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private List<String> appendUntil(AtomicBoolean over, int client) {
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; !over.get(); i++) {
            StoredEvent event = event("client-" + client + "-" + i, 0);
            try {
                log.append(List.of(event), new Basis());
                acknowledged.add(event.eventId());
            } catch (LogUnavailable cut) {
                assertThat(cut).hasMessageStartingWith("the log cannot be written");
            }
        }
        return acknowledged;
    }

    private static String kind(@Nullable Throwable failure) {
        return failure == null
                ? "stored"
                : failure instanceof SQLException
                        ? "SQLException"
                        : failure.getClass().getSimpleName();
    }

    private PostgresDatabase database() {
        PostgresDatabase known = opened;
        if (known == null) {
            known = embedded.open();
            opened = known;
        }
        return known;
    }
}
