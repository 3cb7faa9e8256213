package dev.patchbay.server.log;

import static dev.patchbay.server.log.Appends.NOON;
import static dev.patchbay.server.log.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.Rush;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a log keeps to, whatever store is below it. */
public abstract class LogContract {

    protected Log log;

    /** What the log stores its events in: always the same. */
    protected abstract LogStore store() throws SQLException;

    /** Connections that see what is stored. */
    protected abstract DataSource stored();

    @BeforeEach
    void open() throws SQLException {
        log = new Log(store());
    }

    @AfterEach
    void close() {
        log.close();
    }

    protected void openAgain() throws SQLException {
        log.close();
        log = new Log(store());
    }

    @Test
    void positions_begin_at_one_and_have_no_holes_though_some_appends_are_refused() {
        append(event("operator-1", 0), event("operator-1", 1));
        assertThatThrownBy(() -> append(event("operator-2", 0), event("operator-1", 1)))
                .isInstanceOf(LogConflict.class);
        append(event("operator-3", 0));

        assertThat(positions()).containsExactly(1L, 2L, 3L);
        assertThat(column("stream", String.class)).containsExactly("operator-1", "operator-1", "operator-3");
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void of_many_appends_that_race_for_one_place_exactly_one_wins_and_harms_no_neighbour() {
        int racers = 200;
        List<Boolean> winners = Rush.of(racers, racer -> {
            append(event("own-" + racer, 0));
            try {
                append(event("more-" + racer, 0), event("contested", 0));
                return true;
            } catch (LogConflict lost) {
                assertThat(lost.isAboutCreation()).isTrue();
                return false;
            }
        });

        assertThat(winners).filteredOn(won -> won).hasSize(1);
        assertThat(positions()).isEqualTo(upTo(racers + 2));
    }

    @Test
    void times_never_fall_as_positions_rise() {
        append(event("operator-1", 0));
        append(event("operator-1", 1, NOON.minusSeconds(60)));

        assertThat(column("recorded_at", Long.class)).containsOnly(Micros.of(NOON));
    }

    @Test
    void a_log_that_is_opened_again_continues_where_it_ended() throws SQLException {
        append(event("operator-1", 0), event("operator-1", 1));
        openAgain();

        assertThat(log.head()).isEqualTo(2);
        append(event("operator-1", 2));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void a_closed_log_refuses() {
        log.close();
        assertThatThrownBy(() -> append(event("operator-1", 0))).isInstanceOf(LogUnavailable.class);
    }

    @Test
    void goes_on_after_an_append_that_cannot_be_stored() {
        StoredEvent broken = new StoredEvent("b", 0, "Test", "b/0", NOON, "type", "1", null, "{}");

        assertThatThrownBy(() -> append(broken)).isInstanceOf(LogUnavailable.class);

        append(event("a", 0));
        assertThat(log.head()).isEqualTo(1);
    }

    protected void append(StoredEvent... events) {
        log.append(List.of(events), new Basis());
    }

    protected List<Long> positions() {
        return column("position", Long.class);
    }

    /** A column of all events, in their order. */
    protected <T> List<T> column(String name, Class<T> type) {
        return JdbcClient.create(stored())
                .sql("select " + name + " from event order by position")
                .query(type)
                .list();
    }

    /** Every position from the first one on. */
    protected static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
