package dev.patchbay.command.call;

import dev.patchbay.shared.call.AiHandlingCorrected;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallDirectionCorrected;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallEvent;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPartyCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.TranscriptSummarized;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must have happened to a call between two states of knowledge of it.
 *
 * @param call the number of the call
 */
record Revision(long call, CallFacts before, CallFacts after) {

    /** The facts that lead from the one to the other, in this order; none when they are the same. */
    Stream<CallEvent> events() {
        return Stream.of(outcome(), direction(), party(), period(), end(), duration(), aiHandling(), transcript())
                .flatMap(Optional::stream);
    }

    private Optional<CallEvent> outcome() {
        if (before.status() == after.status() && Objects.equals(before.operator(), after.operator())) {
            return Optional.empty();
        }
        if (before.status() != CallStatus.RINGING) {
            return Optional.of(new CallOutcomeCorrected(call, after.status().word(), operator(after)));
        }
        return Optional.of(
                after.status() == CallStatus.ANSWERED
                        ? new CallAnswered(call, operator(after))
                        : new CallMissed(call, after.status().word()));
    }

    private Optional<CallEvent> direction() {
        return when(
                before.direction() != after.direction(),
                new CallDirectionCorrected(call, after.direction().word()));
    }

    private Optional<CallEvent> party() {
        return when(
                !Objects.equals(before.phoneNumber(), after.phoneNumber())
                        || !Objects.equals(before.callerName(), after.callerName()),
                new CallPartyCorrected(call, e164(after.phoneNumber()), after.callerName()));
    }

    /** The end of a call that was not over is a fact of its own. */
    private Optional<CallEvent> period() {
        boolean corrected = !before.startedAt().equals(after.startedAt())
                || (before.endedAt() != null && !before.endedAt().equals(after.endedAt()));
        return when(corrected, new CallPeriodCorrected(call, after.startedAt(), ends() ? null : after.endedAt()));
    }

    private Optional<CallEvent> end() {
        return ends() && after.endedAt() != null
                ? Optional.of(new CallEnded(call, after.duration(), after.endedAt()))
                : Optional.empty();
    }

    private Optional<CallEvent> duration() {
        return when(
                !ends() && before.duration() != after.duration(), new CallDurationCorrected(call, after.duration()));
    }

    private Optional<CallEvent> aiHandling() {
        return when(before.aiHandled() != after.aiHandled(), new AiHandlingCorrected(call, after.aiHandled()));
    }

    private Optional<CallEvent> transcript() {
        return when(
                !Objects.equals(before.transcriptSummary(), after.transcriptSummary()),
                new TranscriptSummarized(call, after.transcriptSummary()));
    }

    private boolean ends() {
        return before.endedAt() == null && after.endedAt() != null;
    }

    private static Optional<CallEvent> when(boolean different, CallEvent event) {
        return different ? Optional.of(event) : Optional.empty();
    }

    static @Nullable String e164(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    static @Nullable Long operator(CallFacts facts) {
        OperatorId operator = facts.operator();
        return operator == null ? null : operator.value();
    }
}
