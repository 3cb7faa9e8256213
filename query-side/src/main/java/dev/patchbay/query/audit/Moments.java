package dev.patchbay.query.audit;

import dev.patchbay.query.DuringTransaction;
import dev.patchbay.query.Recorded;
import dev.patchbay.query.Views;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Keeps which position was the last at every time; a time that is overtaken, because the clock was set back, is forgotten. */
final class Moments {

    private static final String LATER_THAN = "delete from recorded_moment where recorded_at >= ?";
    private static final String MOMENT = "insert into recorded_moment (recorded_at, position) values (?, ?)";

    private static final String LAST =
            "select position from recorded_moment where recorded_at = (select max(recorded_at) from recorded_moment)";

    private final Views views;
    private final DuringTransaction<Latest> latest = new DuringTransaction<>(this::stored, this::write);

    Moments(Views views) {
        this.views = views;
    }

    void add(Recorded recorded) {
        Latest last = latest.get();
        if (recorded.position() <= last.position) {
            // It is tried again: its time was kept when it was parked.
            return;
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, recorded.at());
        if (micros < last.micros) {
            views.write(LATER_THAN, micros);
        } else if (micros > last.micros) {
            write(last);
        }
        last.micros = micros;
        last.position = recorded.position();
        last.isNew = true;
    }

    private void write(Latest last) {
        if (last.isNew) {
            views.write(MOMENT, last.micros, last.position);
        }
    }

    private Latest stored() {
        Latest last = new Latest();
        last.position = views.underway(LAST, Map.of(), (row, index) -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
        return last;
    }

    /** The latest time, which is written when the next one comes; all that are written already may be later. */
    private static final class Latest {
        private long micros = Long.MAX_VALUE;
        private long position;
        private boolean isNew;
    }
}
