package dev.patchbay.rest.twilio;

import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.Together.Expected;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.Corrections;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallQuery.FindCorrections;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.CallView;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The calls that the carrier brings, found by its own names for them and moved along by what it reports. */
@Component
final class CarriedCalls {
    private final Questions questions;
    private final Decisions decisions;

    CarriedCalls(Questions questions, Decisions decisions) {
        this.questions = questions;
        this.decisions = decisions;
    }

    /** The call that the carrier knows by this name, of one of these numbers. */
    Optional<KnownReference> find(List<VirtualNumberId> numbers, ExternalId name) {
        List<CallReferenceId> references = numbers.stream()
                .map(number -> new CallReferenceId(number, name))
                .toList();
        return questions.ask(new ListKnownReferences(references, Moment.head())).found().orElse(List.of()).stream()
                .findFirst();
    }

    /** Whether it is known that the call has ended. */
    boolean isOver(CallId call, Scope scope) {
        return ask(call, scope).found().filter(known -> known.endedAt() != null).isPresent();
    }

    /** Whether the account has a call under this name of the carrier's. */
    boolean isKnown(CallId call, ExternalId name, Scope scope) {
        return ask(call, scope)
                .found()
                .filter(known -> name.value().equals(known.externalId()))
                .isPresent();
    }

    /**
     * Lets what is known of a call follow from a report, on top of all that was reported before. What was corrected by hand
     * stays as it is.
     */
    void learn(CallId call, Report report, Provenance who) {
        Attempts.run(() -> attempt(call, report, who));
    }

    private void attempt(CallId call, Report report, Provenance who) {
        Answer<CallView> seen = ask(call, new Scope(who.accountId(), null));
        Corrections corrections = questions
                .ask(new FindCorrections(call.value(), Moment.head()))
                .found()
                .orElseThrow();
        List<CallChange> changes = seen.found().map(known -> report.changes(facts(known))).orElse(List.of()).stream()
                .filter(change -> isOpen(change, corrections))
                .toList();
        if (!changes.isEmpty()) {
            Expected expected = new Expected(call.toString(), seen.version());
            decisions.decide(new Together(List.of(new ReviseCall(call, changes)), List.of(expected)), who);
        }
    }

    private static boolean isOpen(CallChange change, Corrections corrections) {
        return switch (change) {
            case CallChange.Status status -> !corrections.outcome();
            case CallChange.AnsweredBy operator -> !corrections.outcome();
            case CallChange.Length seconds -> !corrections.duration();
            default -> true;
        };
    }

    private Answer<CallView> ask(CallId call, Scope scope) {
        return questions.ask(new FindCall(call.value(), scope, Moment.head()));
    }

    private static CallFacts facts(CallView call) {
        return new CallFacts(
                CallDirection.of(call.direction()).orElseThrow(),
                call.phoneNumber() == null ? null : new PhoneNumber(call.phoneNumber()),
                call.callerName(),
                CallStatus.of(call.callStatus()).orElseThrow(),
                call.callDuration(),
                call.operatorId() == null ? null : new OperatorId(call.operatorId()),
                call.aiHandled(),
                call.transcriptSummary(),
                call.startedAt(),
                call.endedAt());
    }
}
