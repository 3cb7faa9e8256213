package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.routing.RecordRoute;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.routing.RouteQuery.FindRecordedRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRouteOfCall;
import dev.patchbay.shared.routing.RouteQuery.RecordedRoute;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.stereotype.Component;

/** Decides where calls go, once for each call and number, and finds what was decided. */
@Component
final class Switchboard {
    private final Questions questions;
    private final Decisions decisions;
    private final CarriedCalls calls;

    /** Calls that come to one number at once do not fight for its next turn; those of other processes still may. */
    private final LockFactory oneAfterTheOther = PessimisticLockFactory.builder()
            .acquireAttempts(100)
            .lockAttemptTimeout(100)
            .build();

    Switchboard(Questions questions, Decisions decisions, CarriedCalls calls) {
        this.questions = questions;
        this.decisions = decisions;
        this.calls = calls;
    }

    /**
     * A call that comes in: recorded with the decision where it goes, or found if it was. Empty when it is over already, so that
     * nobody is rung any more.
     */
    Optional<Leg> arrive(VirtualNumberId number, ExternalId name, CallFacts facts, Provenance who) {
        return inTurn(number, () -> {
            Optional<CallId> known = calls.find(List.of(number), name).map(reference -> new CallId(reference.callId()));
            if (known.isEmpty()) {
                CallId call = new CallId(decisions.allocate(Kind.CALL, who));
                AccountId account = new AccountId(who.accountId());
                return Optional.of(
                        decide(call, number, List.of(new RecordCall(call, account, number, name, facts)), who));
            }
            CallId call = known.get();
            Optional<Leg> leg = find(call, number, who);
            return leg.isPresent() || calls.isOver(call, scope(who))
                    ? leg
                    : Optional.of(decide(call, number, List.of(), who));
        });
    }

    /** A call that another number takes over. */
    Leg takeOver(CallId call, VirtualNumberId number, Provenance who) {
        return inTurn(number, () -> find(call, number, who).orElseGet(() -> decide(call, number, List.of(), who)));
    }

    private <T> T inTurn(VirtualNumberId number, Supplier<T> attempt) {
        Lock lock = lock(number);
        try {
            return Attempts.repeat(attempt);
        } finally {
            lock.release();
        }
    }

    private Lock lock(VirtualNumberId number) {
        try {
            return oneAfterTheOther.obtainLock(number.toString());
        } catch (LockAcquisitionFailedException e) {
            throw Problem.crowded();
        }
    }

    /** What was decided at a turn of a number for a call of the carrier's; empty when there is no such thing. */
    Optional<Leg> find(long number, long turn, ExternalId name, Provenance who) {
        return questions
                .ask(new FindRecordedRoute(number, turn, Moment.head()))
                .found()
                .filter(route -> calls.isKnown(new CallId(route.callId()), name, scope(who)))
                .map(route -> decided(route, who));
    }

    private Optional<Leg> find(CallId call, VirtualNumberId number, Provenance who) {
        return questions
                .ask(new FindRouteOfCall(call.value(), number.value(), Moment.head()))
                .found()
                .map(route -> decided(route, who));
    }

    private Leg decided(RecordedRoute route, Provenance who) {
        Moment then = Moment.exactly(route.decidedAt());
        FindRoute query = new FindRoute(route.virtualNumberId(), route.turn(), scope(who), then);
        return leg(new CallId(route.callId()), questions.ask(query));
    }

    private Leg decide(CallId call, VirtualNumberId number, List<? extends Command> first, Provenance who) {
        Leg leg = leg(call, questions.ask(new FindRoute(number.value(), null, scope(who), Moment.head())));
        List<Command> commands = new ArrayList<>(first);
        commands.add(new RecordRoute(
                new RouteId(number, leg.route().turn()),
                call,
                leg.decidedAt(),
                RoutingStrategy.of(leg.route().routingStrategy()).orElseThrow(),
                leg.operators(),
                leg.route().fallback().type()));
        decisions.decide(Together.of(commands), who);
        return leg;
    }

    private static Leg leg(CallId call, Answer<RouteView> answer) {
        return new Leg(call, answer.position(), answer.found().orElseThrow(Problem::notFound));
    }

    private static Scope scope(Provenance who) {
        return new Scope(who.accountId(), null);
    }
}
