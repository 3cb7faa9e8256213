package dev.patchbay.rest.twilio;

import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallChange.AnsweredBy;
import dev.patchbay.shared.call.CallChange.EndedAt;
import dev.patchbay.shared.call.CallChange.Length;
import dev.patchbay.shared.call.CallChange.Status;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.operator.OperatorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the carrier says of a call, and what that changes about what is known of it. Reports come in any order, and
 * more than once: that somebody answered stands against everything else, a call ends once, and how long two people were
 * connected is the better measure of its length.
 */
sealed interface Report {

    /** What follows from the report; nothing when that is known already. */
    List<CallChange> changes(CallFacts known);

    /** A telephone was picked up; of nobody who is an operator when null. */
    record Answered(@Nullable OperatorId operator) implements Report {
        @Override
        public List<CallChange> changes(CallFacts known) {
            List<CallChange> changes = new ArrayList<>();
            if (known.status() != CallStatus.ANSWERED) {
                changes.add(new Status(CallStatus.ANSWERED));
            }
            if (known.operator() == null && operator != null) {
                changes.add(new AnsweredBy(operator));
            }
            return changes;
        }
    }

    /**
     * Two people were connected, and are no more.
     *
     * @param operator null when it is not known which, or when it was none
     * @param seconds how long they were
     */
    record Talked(@Nullable OperatorId operator, long seconds, Instant at) implements Report {
        @Override
        public List<CallChange> changes(CallFacts known) {
            List<CallChange> changes = new ArrayList<>();
            if (known.status() != CallStatus.ANSWERED) {
                changes.add(new Status(CallStatus.ANSWERED));
            }
            if (operator != null && !operator.equals(known.operator())) {
                changes.add(new AnsweredBy(operator));
            }
            if (seconds > 0 && seconds != known.duration()) {
                changes.add(new Length(seconds));
            }
            if (known.endedAt() == null) {
                changes.add(ended(known, at));
            }
            return changes;
        }
    }

    /** Nobody answered, and nobody is left to ring. */
    record Unanswered(CallStatus outcome) implements Report {
        @Override
        public List<CallChange> changes(CallFacts known) {
            return saysMore(known.status()) ? List.of(new Status(outcome)) : List.of();
        }

        /** That the other end was busy says more than that nobody answered; that the call failed says most. */
        private boolean saysMore(CallStatus than) {
            return than != CallStatus.ANSWERED && outcome.compareTo(than) > 0;
        }
    }

    /**
     * The caller's line is free again.
     *
     * @param outcome how it went if nobody answered
     * @param seconds how long the line was open
     */
    record Over(CallStatus outcome, long seconds, Instant at) implements Report {
        @Override
        public List<CallChange> changes(CallFacts known) {
            List<CallChange> changes = new ArrayList<>(new Unanswered(outcome).changes(known));
            if (seconds > 0 && known.duration() == 0) {
                changes.add(new Length(seconds));
            }
            if (known.endedAt() == null) {
                changes.add(ended(known, at));
            }
            return changes;
        }
    }

    /** Clocks differ: nothing ends before it began. */
    private static EndedAt ended(CallFacts known, Instant at) {
        return new EndedAt(at.isBefore(known.startedAt()) ? known.startedAt() : at);
    }
}
