package dev.patchbay.shared.call;

import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call, but for whose it is.
 *
 * @param phoneNumber the other party; null when withheld
 * @param duration in seconds
 * @param operator who answered, if an operator did
 * @param startedAt in whole seconds
 * @param endedAt in whole seconds; null while its end is not known
 */
public record CallFacts(
        CallDirection direction,
        @Nullable PhoneNumber phoneNumber,
        @Nullable String callerName,
        CallStatus status,
        long duration,
        @Nullable OperatorId operator,
        boolean aiHandled,
        @Nullable String transcriptSummary,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** What the facts say that cannot be, for people; empty when they agree. */
    public Optional<String> contradiction() {
        if (status == CallStatus.RINGING && endedAt != null) {
            return Optional.of("Ended at must be null while the call is ringing");
        }
        if (endedAt != null && endedAt.isBefore(startedAt)) {
            return Optional.of("Ended at must not be before started at");
        }
        if (status != CallStatus.ANSWERED && operator != null) {
            return Optional.of("Operator must be null unless the call was answered");
        }
        return Optional.empty();
    }

    public CallFacts with(CallChange change) {
        return switch (change) {
            case CallChange.Direction(CallDirection to) ->
                new CallFacts(
                        to,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.OtherParty(PhoneNumber to) ->
                new CallFacts(
                        direction,
                        to,
                        callerName,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.CallerName(String to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        to,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.Status(CallStatus to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        to,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.Length(long to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        to,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.AnsweredBy(OperatorId to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        to,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.AiHandled(boolean to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        operator,
                        to,
                        transcriptSummary,
                        startedAt,
                        endedAt);
            case CallChange.TranscriptSummary(String to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        to,
                        startedAt,
                        endedAt);
            case CallChange.StartedAt(Instant to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        to,
                        endedAt);
            case CallChange.EndedAt(Instant to) ->
                new CallFacts(
                        direction,
                        phoneNumber,
                        callerName,
                        status,
                        duration,
                        operator,
                        aiHandled,
                        transcriptSummary,
                        startedAt,
                        to);
        };
    }
}
