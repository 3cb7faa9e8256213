package dev.patchbay.server.log;

import static dev.patchbay.server.log.Appends.NOON;
import static dev.patchbay.server.log.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a log in a table keeps to besides. */
public abstract class SqlLogContract extends LogContract {

    /** What the store has written last. */
    protected final RecentEvents recent = new RecentEvents();

    @Test
    void what_was_written_last_is_remembered_as_it_is_stored() {
        append(event("operator-1", 0), event("operator-1", 1, NOON.plusNanos(1_999)));
        append(event("operator-2", 0, NOON.minusSeconds(60)));
        assertThatThrownBy(() -> append(event("operator-3", 0), event("operator-1", 1)))
                .isInstanceOf(LogConflict.class);

        assertThat(recent.after(0, 10))
                .isEqualTo(reader(new RecentEvents()).after(0, 10))
                .hasSize(3);
    }

    @Test
    void what_is_not_remembered_any_more_is_read() {
        append(event("operator-1", 0), event("operator-1", 1));
        RecentEvents onlyTheLast = new RecentEvents();
        onlyTheLast.add(recent.after(1, 1).getFirst());

        assertThat(reader(onlyTheLast).after(0, 10)).isEqualTo(recent.after(0, 10));
        assertThat(reader(onlyTheLast).after(1, 10)).isEqualTo(recent.after(1, 10));
    }

    private LogReader reader(RecentEvents known) {
        return new SqlLogReader(stored(), known);
    }
}
