package dev.patchbay.server.replay;

import dev.patchbay.server.sqlite.SqliteDatabase;
import dev.patchbay.server.sqlite.ViewsBuild;
import dev.patchbay.shared.projection.ReplayProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The views that a replay builds, and how fast it goes. */
final class Construction implements AutoCloseable {
    /** Between two looks at whether somebody wants it otherwise. */
    private static final int EVENTS_AT_ONCE = 10_000;

    private static final int PIECES_A_SECOND = 5;
    private static final Duration LATELY = Duration.ofSeconds(2);

    private final long replay;
    private final SqliteDatabase views;
    private final ViewsBuild build;
    private final Clock clock;
    private Instant since;
    private long from;
    private long rate;

    Construction(long replay, SqliteDatabase views, ViewsBuild build, Clock clock) {
        this.replay = replay;
        this.views = views;
        this.build = build;
        this.clock = clock;
        this.since = clock.instant();
        this.from = build.position();
    }

    boolean isOf(long id) {
        return replay == id;
    }

    SqliteDatabase views() {
        return views;
    }

    ViewsBuild build() {
        return build;
    }

    /** Takes in some events, none after the last; answers when the limit allows for more. */
    Instant feed(long last, @Nullable Integer eventsPerSecond) {
        Instant begun = clock.instant();
        long before = build.position();
        if (eventsPerSecond == null) {
            build.feed(last, EVENTS_AT_ONCE);
            return begun;
        }
        build.feed(last, Math.clamp(eventsPerSecond / PIECES_A_SECOND, 1, EVENTS_AT_ONCE));
        long nanos = Duration.ofSeconds(build.position() - before).toNanos() / eventsPerSecond;
        return begun.plusNanos(nanos);
    }

    /** Takes in all events up to the last, as fast as can be. */
    void feedUpTo(long last) {
        while (build.position() < last) {
            build.feed(last, EVENTS_AT_ONCE);
        }
    }

    ReplayProgress progress(long total) {
        long done = build.position();
        Instant now = clock.instant();
        long millis = Math.max(1, Duration.between(since, now).toMillis());
        if (rate == 0 || millis >= LATELY.toMillis()) {
            rate = Math.round((done - from) * 1000.0 / millis);
        }
        if (millis >= LATELY.toMillis()) {
            since = now;
            from = done;
        }
        return new ReplayProgress(done, total, rate, rate == 0 ? null : (total - done) / rate);
    }

    /** How far it is while it stands still. */
    ReplayProgress atRest(long total) {
        return new ReplayProgress(build.position(), total, 0, null);
    }

    /** What is built stays in its file. */
    @Override
    public void close() {
        build.close();
        views.close();
    }
}
