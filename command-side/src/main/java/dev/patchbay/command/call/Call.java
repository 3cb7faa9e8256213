package dev.patchbay.command.call;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.call.AiHandlingCorrected;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallDirectionCorrected;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPartyCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.TranscriptSummarized;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One call of a virtual number, and what is known of it. */
@Aggregate
class Call {

    @AggregateIdentifier
    private CallId id;

    private String direction;
    private @Nullable String phoneNumber;
    private @Nullable String callerName;
    private String status;
    private long duration;
    private @Nullable Long operator;
    private boolean aiHandled;
    private @Nullable String transcriptSummary;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordCall command) {
        CallFacts facts = command.facts();
        refuseWhenContradictory(facts);
        apply(new CallRecorded(
                command.id().value(),
                command.account().value(),
                command.virtualNumber().value(),
                command.externalId() == null ? null : command.externalId().value(),
                facts.direction().word(),
                Revision.e164(facts.phoneNumber()),
                facts.callerName(),
                facts.status().word(),
                facts.duration(),
                Revision.operator(facts),
                facts.aiHandled(),
                facts.transcriptSummary(),
                facts.startedAt(),
                facts.endedAt()));
    }

    @CommandHandler
    void decide(ReviseCall command) {
        CallFacts before = facts();
        CallFacts after = before;
        for (CallChange change : command.changes()) {
            after = after.with(change);
        }
        refuseWhenContradictory(after);
        new Revision(id.value(), before, after).events().forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void evolve(CallRecorded event) {
        id = new CallId(event.callId());
        direction = event.direction();
        phoneNumber = event.phoneNumber();
        callerName = event.callerName();
        status = event.callStatus();
        duration = event.callDuration();
        operator = event.operatorId();
        aiHandled = event.aiHandled();
        transcriptSummary = event.transcriptSummary();
        startedAt = event.startedAt();
        endedAt = event.endedAt();
    }

    @EventSourcingHandler
    void evolve(CallAnswered event) {
        status = CallStatus.ANSWERED.word();
        operator = event.operatorId();
    }

    @EventSourcingHandler
    void evolve(CallMissed event) {
        status = event.callStatus();
    }

    @EventSourcingHandler
    void evolve(CallEnded event) {
        duration = event.callDuration();
        endedAt = event.endedAt();
    }

    @EventSourcingHandler
    void evolve(CallOutcomeCorrected event) {
        status = event.callStatus();
        operator = event.operatorId();
    }

    @EventSourcingHandler
    void evolve(CallDurationCorrected event) {
        duration = event.callDuration();
    }

    @EventSourcingHandler
    void evolve(CallPeriodCorrected event) {
        startedAt = event.startedAt();
        endedAt = event.endedAt();
    }

    @EventSourcingHandler
    void evolve(CallDirectionCorrected event) {
        direction = event.direction();
    }

    @EventSourcingHandler
    void evolve(CallPartyCorrected event) {
        phoneNumber = event.phoneNumber();
        callerName = event.callerName();
    }

    @EventSourcingHandler
    void evolve(AiHandlingCorrected event) {
        aiHandled = event.aiHandled();
    }

    @EventSourcingHandler
    void evolve(TranscriptSummarized event) {
        transcriptSummary = event.transcriptSummary();
    }

    CallFacts facts() {
        return new CallFacts(
                CallDirection.of(direction).orElseThrow(),
                phoneNumber == null ? null : new PhoneNumber(phoneNumber),
                callerName,
                CallStatus.of(status).orElseThrow(),
                duration,
                operator == null ? null : new OperatorId(operator),
                aiHandled,
                transcriptSummary,
                startedAt,
                endedAt);
    }

    private static void refuseWhenContradictory(CallFacts facts) {
        facts.contradiction().ifPresent(message -> {
            throw new Refusal(Refusal.Reason.INVALID, message);
        });
    }

    Call() {}
}
