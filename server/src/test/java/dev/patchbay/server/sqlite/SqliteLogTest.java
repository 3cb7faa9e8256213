package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class SqliteLogTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");

    @TempDir
    Path directory;

    private SqliteDatabase database;
    private SqliteLog log;

    @BeforeEach
    void open() throws SQLException {
        database = new SqliteDatabase(directory.resolve("events.db"), SqliteDatabase.Durability.EVERY_COMMIT);
        new ResourceDatabasePopulator(new ClassPathResource("events.sql", SqliteLog.class)).execute(database.writer());
        log = new SqliteLog(database.writer());
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void positions_begin_at_one_and_have_no_holes_though_some_appends_are_refused() {
        log.append(List.of(event("operator-1", 0), event("operator-1", 1)));
        assertThatThrownBy(() -> log.append(List.of(event("operator-2", 0), event("operator-1", 1))))
                .isInstanceOf(LogConflict.class);
        log.append(List.of(event("operator-3", 0)));

        assertThat(positions()).containsExactly(1L, 2L, 3L);
        assertThat(streams()).containsExactly("operator-1", "operator-1", "operator-3");
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void of_many_appends_that_race_for_one_place_exactly_one_wins_and_harms_no_neighbour() throws Exception {
        int racers = 200;
        AtomicInteger winners = new AtomicInteger();
        List<Callable<Void>> appends = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int racer = i;
            appends.add(() -> {
                log.append(List.of(event("own-" + racer, 0)));
                try {
                    log.append(List.of(event("more-" + racer, 0), event("contested", 0)));
                    winners.incrementAndGet();
                } catch (LogConflict lost) {
                    assertThat(lost.isAboutCreation()).isTrue();
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(appends)) {
                done.get();
            }
        }
        assertThat(winners).hasValue(1);
        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, racers + 2).boxed().toList());
    }

    @Test
    void times_never_fall_as_positions_rise() {
        log.append(List.of(event("operator-1", 0, NOON)));
        log.append(List.of(event("operator-1", 1, NOON.minusSeconds(60))));

        assertThat(JdbcClient.create(database.readers())
                        .sql("select distinct recorded_at from event")
                        .query(Long.class)
                        .list())
                .containsExactly(SqliteTime.toMicros(NOON));
    }

    @Test
    void an_append_to_a_full_disk_is_refused_and_the_next_one_succeeds_when_there_is_room() throws SQLException {
        log.append(List.of(event("operator-1", 0)));
        log.close();
        // The limit belongs to the connection, and the connection that met it is thrown away: then there is room again.
        JdbcClient.create(database.writer())
                .sql("pragma max_page_count = 1")
                .query(Long.class)
                .single();
        log = new SqliteLog(database.writer());

        assertThatThrownBy(() -> log.append(List.of(large("operator-2"))))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("full");
        log.append(List.of(large("operator-2")));
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_log_that_is_opened_again_continues_where_it_ended() throws SQLException {
        log.append(List.of(event("operator-1", 0), event("operator-1", 1)));
        log.close();
        log = new SqliteLog(database.writer());

        assertThat(log.head()).isEqualTo(2);
        log.append(List.of(event("operator-1", 2)));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void a_closed_log_refuses() {
        log.close();
        assertThatThrownBy(() -> log.append(List.of(event("operator-1", 0)))).isInstanceOf(LogUnavailable.class);
    }

    private List<Long> positions() {
        return JdbcClient.create(database.readers())
                .sql("select position from event order by position")
                .query(Long.class)
                .list();
    }

    private List<String> streams() {
        return JdbcClient.create(database.readers())
                .sql("select stream from event order by position")
                .query(String.class)
                .list();
    }

    @Test
    void goes_on_after_an_append_that_cannot_be_stored() throws Exception {
        StoredEvent broken = new StoredEvent("b", 0, "Test", "b/0", NOON, "type", "1", null, "{}");

        assertThatThrownBy(() -> log.append(List.of(broken))).isInstanceOf(LogUnavailable.class);

        log.append(List.of(event("a", 0)));
        assertThat(log.head()).isEqualTo(1);
    }

    private static StoredEvent event(String stream, long sequence) {
        return event(stream, sequence, NOON);
    }

    private static StoredEvent event(String stream, long sequence, Instant at) {
        return new StoredEvent(stream, sequence, "Test", stream + "/" + sequence, at, "type", "1", "{}", "{}");
    }

    private static StoredEvent large(String stream) {
        return new StoredEvent(stream, 0, "Test", stream, NOON, "type", "1", "x".repeat(100_000), "{}");
    }
}
