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
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides where calls go, once for each call and number, and finds what was decided. */
@Component
final class Switchboard {
    private static final int DEFAULT_RING_SECONDS = 20;

    private final Questions questions;
    private final Decisions decisions;
    private final CarriedCalls calls;

    Switchboard(Questions questions, Decisions decisions, CarriedCalls calls) {
        this.questions = questions;
        this.decisions = decisions;
        this.calls = calls;
    }

    /** A call that comes in: recorded with the decision where it goes, or found if it was. */
    Leg arrive(VirtualNumberId number, ExternalId name, CallFacts facts, Provenance who) {
        return Attempts.repeat(
                () -> {
                    Optional<CallId> known = calls.find(number, name);
                    if (known.isPresent()) {
                        return lead(known.get(), number, who);
                    }
                    CallId call = new CallId(decisions.allocate(Kind.CALL, who));
                    AccountId account = new AccountId(who.accountId());
                    return decide(call, number, List.of(new RecordCall(call, account, number, name, facts)), who);
                },
                () -> {});
    }

    /** A call that another number takes over. */
    Leg takeOver(CallId call, VirtualNumberId number, Provenance who) {
        return Attempts.repeat(() -> lead(call, number, who), () -> {});
    }

    /** What was decided at a turn of a number for a call of the carrier's; empty when there is no such thing. */
    Optional<Leg> find(long number, long turn, ExternalId name, Provenance who) {
        return questions
                .ask(new FindRecordedRoute(number, turn, Moment.head()))
                .found()
                .filter(route -> calls.isKnown(new CallId(route.callId()), name, scope(who)))
                .map(route -> decided(route, who));
    }

    private Leg lead(CallId call, VirtualNumberId number, Provenance who) {
        return questions
                .ask(new FindRouteOfCall(call.value(), number.value(), Moment.head()))
                .found()
                .map(route -> decided(route, who))
                .orElseGet(() -> decide(call, number, List.of(), who));
    }

    private Leg decided(RecordedRoute route, Provenance who) {
        Moment then = Moment.exactly(route.decidedAt());
        Answer<RouteView> answer =
                questions.ask(new FindRoute(route.virtualNumberId(), route.turn(), scope(who), then));
        return leg(new CallId(route.callId()), answer, who);
    }

    private Leg decide(CallId call, VirtualNumberId number, List<? extends Command> first, Provenance who) {
        long turn = decisions.allocateTurn(number, who);
        Leg leg = leg(call, questions.ask(new FindRoute(number.value(), turn, scope(who), Moment.head())), who);
        if (first.isEmpty() && leg.isClosed()) {
            return leg;
        }
        List<Command> commands = new ArrayList<>(first);
        commands.add(new RecordRoute(
                new RouteId(number, turn),
                call,
                leg.decidedAt(),
                RoutingStrategy.of(leg.route().routingStrategy()).orElseThrow(),
                leg.operators(),
                leg.route().fallback().type()));
        decisions.decide(new Together(commands, null), who);
        return leg;
    }

    private Leg leg(CallId call, Answer<RouteView> answer, Provenance who) {
        RouteView route = answer.found().orElseThrow(Problem::notFound);
        Optional<VirtualNumberDetail> number = questions
                .ask(new FindVirtualNumber(route.virtualNumberId(), scope(who), Moment.exactly(answer.position())))
                .found();
        return new Leg(
                call,
                answer.position(),
                route,
                number.map(VirtualNumberDetail::recording).orElse(false),
                number.map(VirtualNumberDetail::ringTimeoutSeconds).orElse(DEFAULT_RING_SECONDS));
    }

    private static Scope scope(Provenance who) {
        return new Scope(who.accountId(), null);
    }
}
