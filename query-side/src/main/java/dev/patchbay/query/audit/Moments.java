package dev.patchbay.query.audit;

import dev.patchbay.query.DuringTransaction;
import dev.patchbay.query.Recorded;
import dev.patchbay.query.Views;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps which position was the last at every time; a time that is overtaken, because the clock was set back, is forgotten. */
final class Moments {

    private static final String LATER_THAN = "delete from recorded_moment where recorded_at >= ?";
    private static final String MOMENT = "insert into recorded_moment (recorded_at, position) values (?, ?)";

    private final Views views;
    private final DuringTransaction<Latest> latest = new DuringTransaction<>(Latest::new, this::write);

    Moments(Views views) {
        this.views = views;
    }

    void add(Recorded recorded) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, recorded.at());
        Latest last = latest.get();
        if (micros < last.micros) {
            views.write(LATER_THAN, micros);
        } else if (micros > last.micros && last.position > 0) {
            write(last);
        }
        last.micros = micros;
        last.position = recorded.position();
    }

    private void write(Latest last) {
        views.write(MOMENT, last.micros, last.position);
    }

    /** The latest time, which is written when the next one comes; before the first one all that are written may be later. */
    private static final class Latest {
        private long micros = Long.MAX_VALUE;
        private long position;
    }
}
