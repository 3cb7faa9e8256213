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
import dev.patchbay.shared.call.CallQuery.FindCall;
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

    /** The call of a number that the carrier knows by this name. */
    Optional<CallId> find(VirtualNumberId number, ExternalId name) {
        ListKnownReferences query = new ListKnownReferences(List.of(new CallReferenceId(number, name)), Moment.head());
        return questions.ask(query).found().orElse(List.of()).stream()
                .map(known -> new CallId(known.callId()))
                .findFirst();
    }

    /** Whether the account has a call under this name of the carrier's. */
    boolean isKnown(CallId call, ExternalId name, Scope scope) {
        return ask(call, scope)
                .found()
                .filter(known -> name.value().equals(known.externalId()))
                .isPresent();
    }

    /** Lets what is known of a call follow from a report, on top of all that was reported before. */
    void learn(CallId call, Report report, Provenance who) {
        boolean unused = Attempts.repeat(() -> attempt(call, report, who), () -> {});
    }

    private boolean attempt(CallId call, Report report, Provenance who) {
        Answer<CallView> seen = ask(call, new Scope(who.accountId(), null));
        List<CallChange> changes =
                seen.found().map(known -> report.changes(facts(known))).orElse(List.of());
        if (!changes.isEmpty()) {
            Expected expected = new Expected(call.toString(), seen.version());
            decisions.decide(new Together(List.of(new ReviseCall(call, changes)), expected), who);
        }
        return !changes.isEmpty();
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
