package dev.patchbay.shared.audit;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Which;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about what happened. */
public sealed interface AuditQuery<T> extends Query<T> {

    /** A part of the entries that the scope may see. */
    record ListAuditEntries(AuditFilter filter, Part part, Scope scope, Moment moment)
            implements AuditQuery<AuditPage> {}

    /**
     * A part of the entries about one thing, and of those that link another with it; it may be long gone. Nothing to find when it
     * was never there for this scope.
     */
    record ListHistory(Kind kind, Which which, AuditFilter filter, Part part, Scope scope, Moment moment)
            implements AuditQuery<AuditPage> {}

    /**
     * A part of a list of entries.
     *
     * @param after the position after which, in the order of the list, it begins; null for the beginning
     * @param limit how many entries at most, from 1
     */
    record Part(@Nullable Long after, boolean ascending, int limit) {}

    /**
     * How one thing at a position differs from itself at another, and the version that it is at; of what was never there for this
     * scope it is a difference of nothing, or nothing is found.
     */
    record FindDifference(Kind kind, Which which, long from, long to, Scope scope, Moment moment)
            implements AuditQuery<Difference> {}

    /** The event that set each field of a thing that is there, as the field is at the moment. */
    record FindBlame(Kind kind, Which which, Scope scope, Moment moment) implements AuditQuery<List<FieldBlame>> {}

    /**
     * The event that set a field.
     *
     * @param entry without its changes
     */
    record FieldBlame(String field, AuditEntry entry) {}

    /** The last position that was recorded at or before a time; 0 before the first. */
    record FindPosition(Instant time, Moment moment) implements AuditQuery<Long> {}

    /**
     * Whether there is an event of an account beyond a position and up to that of the answer: as soon as there is one, when the views have
     * reached the last position of interest, or when the caller has no patience any more.
     */
    record AwaitEntries(long accountId, long beyond, long last, Duration patience, Moment moment)
            implements AuditQuery<Boolean> {}
}
