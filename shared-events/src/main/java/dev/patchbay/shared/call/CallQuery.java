package dev.patchbay.shared.call;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about calls. */
public sealed interface CallQuery<T> extends Query<T> {

    /** One call of a number that the scope can see, or could before the number was released. */
    record FindCall(long callId, Scope scope, Moment moment) implements CallQuery<CallView> {}

    /**
     * A part of the list of calls of the numbers that the scope can see, or could before they were released.
     *
     * @param after where to go on; null for the beginning
     * @param limit how many calls at most, from 1
     */
    record ListCalls(CallFilter filter, CallPage.@Nullable Next after, int limit, Scope scope, Moment moment)
            implements CallQuery<CallPage> {}

    /** Which of these external ids are known, and of which calls they are. */
    record ListKnownReferences(List<CallReferenceId> references, Moment moment)
            implements CallQuery<List<KnownReference>> {
        public ListKnownReferences {
            references = List.copyOf(references);
        }
    }

    /** An external id and its call. */
    record KnownReference(long virtualNumberId, String externalId, long callId) {}

    /** What others than the carrier have said of how a call went, after it was recorded. */
    record FindCorrections(long callId, Moment moment) implements CallQuery<Corrections> {}

    /**
     * What was corrected by hand.
     *
     * @param outcome whether the call was answered, and by whom
     * @param duration how long it lasted
     */
    record Corrections(boolean outcome, boolean duration) {}

    /** A virtual number that the scope can see, or could before the number was released. */
    record FindCalledNumber(long virtualNumberId, Scope scope, Moment moment) implements CallQuery<CalledNumber> {}

    /**
     * A number that may have calls.
     *
     * @param countryCode where its callers' local numbers are read, ISO 3166-1 alpha-2
     */
    record CalledNumber(long id, String countryCode) {}

    /** An operator that the scope can see, or could before the operator was deleted or unlinked. */
    record FindCalledOperator(long operatorId, Scope scope, Moment moment) implements CallQuery<CalledOperator> {}

    /** An operator who may have answered calls. */
    record CalledOperator(long id) {}

    /** A project that the scope can see, or could before it was deleted. */
    record FindCalledProject(long projectId, Scope scope, Moment moment) implements CallQuery<CalledProject> {}

    /** A project whose numbers may have calls. */
    record CalledProject(long id) {}
}
