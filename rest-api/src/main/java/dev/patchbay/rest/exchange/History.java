package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.request.Point;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.audit.AuditQuery.FindPosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Finds the positions that places in the history mean. */
@Component
final class History {
    /** Events are recorded by the microsecond. */
    private static final Duration RESOLUTION = ChronoUnit.MICROS.getDuration();

    private final Questions questions;
    private final Clock clock;

    History(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * The last position that was recorded at or before a time, or the one that is named.
     *
     * @throws Problem when that is in the future
     */
    long position(String name, Point point, Scope scope) {
        Long position = point.position();
        if (position != null) {
            if (position > reached(scope, Moment.latest()) && position > reached(scope, Moment.head())) {
                throw future(name);
            }
            return position;
        }
        Instant time = point.at();
        if (time.isAfter(clock.instant())) {
            throw future(name);
        }
        return lastAt(time);
    }

    /** The first position that was recorded at or after a time, or the one that is named, whether it is reached or not. */
    long beginning(Point point) {
        Long position = point.position();
        if (position == null && isFuture(point)) {
            return Long.MAX_VALUE;
        }
        return position != null ? position : lastAt(point.at().minus(RESOLUTION)) + 1;
    }

    /** The last position that was recorded at or before a time, or the one that is named, whether it is reached or not. */
    long end(Point point) {
        Long position = point.position();
        if (position == null && isFuture(point)) {
            return Long.MAX_VALUE;
        }
        return position != null ? position : lastAt(point.at());
    }

    private boolean isFuture(Point point) {
        return point.at().isAfter(clock.instant());
    }

    private long lastAt(Instant time) {
        return questions.ask(new FindPosition(time, Moment.head())).found().orElseThrow();
    }

    private long reached(Scope scope, Moment moment) {
        return questions.ask(new FindAccount(scope.accountId(), moment)).position();
    }

    private static Problem future(String name) {
        return Problem.parameter(name + " is in the future");
    }
}
