package dev.patchbay.query;

import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.account.DeadLettersRetried;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/**
 * Takes events into the views. Those that a projection fails on are parked, and with them all later events of the same stream; the rest
 * goes on. A failure of the store is not one of the event: it ends the transaction.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final String ANY = "select exists (select 1 from dead_letter)";
    private static final String OF_STREAM = "select exists (select 1 from dead_letter where stream = :stream)";
    private static final String PARKED = "select position, stream from dead_letter order by position";
    private static final String PARK =
            "insert into dead_letter (position, event_id, stream, type, recorded_at, error, attempts) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String FAILED = "update dead_letter set error = ?, attempts = attempts + 1 where position = ?";
    private static final String TAKEN_IN = "delete from dead_letter where position = ?";

    private final Views views;
    private final Projections projections;
    private final LongFunction<? extends EventMessage<?>> log;
    private final Predicate<Throwable> ofTheStore;
    private final DuringTransaction<Known> known;

    /**
     * Keeps what it parks beside the views.
     *
     * @param log the event at a position
     * @param ofTheStore which failures say nothing about the event
     */
    public DeadLetters(
            Views views,
            Projections projections,
            LongFunction<? extends EventMessage<?>> log,
            Predicate<Throwable> ofTheStore) {
        this.views = views;
        this.projections = projections;
        this.log = log;
        this.ofTheStore = ofTheStore;
        this.known = new DuringTransaction<>(() -> new Known(is(ANY, Map.of())), nothingToWrite -> {});
    }

    /** Whether any event is parked, as the transaction sees it that is under way. */
    public boolean areThere() {
        return known.get().any;
    }

    /** Takes an event into the views, or parks it; then tries the parked ones again when that is what the event says. */
    public void handle(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        if (areThere() && is(OF_STREAM, Map.of("stream", event.getAggregateIdentifier()))) {
            park(event, null);
        } else {
            takeIn(event);
        }
        if (event.getPayloadType() == DeadLettersRetried.class) {
            retry();
        }
    }

    /** Tries everything that is parked once more, in the order of the log. */
    public void retry() {
        Set<String> failing = new HashSet<>();
        for (Letter letter :
                views.underway(PARKED, Map.of(), (row, index) -> new Letter(row.getLong(1), row.getString(2)))) {
            if (!failing.contains(letter.stream)) {
                Throwable failure = attempt(() -> projections.handle(log.apply(letter.position)));
                if (failure == null) {
                    views.write(TAKEN_IN, letter.position);
                } else {
                    views.write(FAILED, said(failure), letter.position);
                    failing.add(letter.stream);
                }
            }
        }
    }

    private void takeIn(DomainEventMessage<?> event) {
        Throwable failure = attempt(() -> projections.handle(event));
        if (failure != null) {
            try (MDCCloseable _ = loggedAs(Provenance.REQUEST_ID, event);
                    MDCCloseable _ = loggedAs("correlation_id", event)) {
                LOG.warn(
                        "the event at position {} is parked: {}",
                        Recorded.of(event).position(),
                        said(failure));
                LOG.debug("because", failure);
                park(event, failure);
            }
        }
    }

    private static MDCCloseable loggedAs(String id, EventMessage<?> event) {
        return MDC.putCloseable(id, String.valueOf(event.getMetaData().get(id)));
    }

    private void park(DomainEventMessage<?> event, @Nullable Throwable failure) {
        Recorded recorded = Recorded.of(event);
        views.write(
                PARK,
                recorded.position(),
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getPayloadType().getSimpleName(),
                recorded.at().toString(),
                failure == null ? null : said(failure),
                failure == null ? 0 : 1);
        Throwable untold = attempt(() -> projections.park(event, recorded));
        if (untold != null) {
            LOG.warn("nothing can be told of the event at position {}: {}", recorded.position(), said(untold));
        }
        known.get().any = true;
    }

    private @Nullable Throwable attempt(Views.Work work) {
        Throwable failure = views.attempt(work);
        if (failure != null && ofTheStore.test(failure)) {
            throw new IllegalStateException("the views cannot be written", failure);
        }
        return failure;
    }

    private boolean is(String sql, Map<String, ?> parameters) {
        return views.underway(sql, parameters, (row, index) -> row.getBoolean(1))
                .getFirst();
    }

    /** What is wrong and where, without what other exceptions quote of the event: it may tell of people. */
    public static String said(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] trace = cause.getStackTrace();
        String what = cause instanceof SQLException
                ? cause.toString()
                : cause.getClass().getName();
        return trace.length == 0 ? what : what + " at " + trace[0];
    }

    private record Letter(long position, String stream) {}

    /** What one transaction knows: if it is rolled back, what it has parked is not. */
    private static final class Known {
        private boolean any;

        Known(boolean any) {
            this.any = any;
        }
    }
}
