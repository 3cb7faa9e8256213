package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Open;
import dev.patchbay.rest.twilio.Journey.Traveller;
import dev.patchbay.rest.twilio.Report.Answered;
import dev.patchbay.rest.twilio.Report.Over;
import dev.patchbay.rest.twilio.Report.Talked;
import dev.patchbay.rest.twilio.Report.Unanswered;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Twilio's webhooks: a call comes in, a step of it is over, somebody answers, the call is over. */
@Controller
@RequestMapping("/webhooks/twilio")
final class TwilioController {
    /** How a call, or one that was dialled for it, went if nobody answered. */
    private static final Map<String, CallStatus> OUTCOMES = Map.of(
            "completed", CallStatus.MISSED,
            "no-answer", CallStatus.MISSED,
            "canceled", CallStatus.MISSED,
            "busy", CallStatus.BUSY,
            "failed", CallStatus.FAILED);

    private static final Set<String> PICKED_UP = Set.of("completed", "answered", "in-progress");

    private final Webhook webhook;
    private final Arrivals arrivals;
    private final Switchboard switchboard;
    private final Journey journey;
    private final CarriedCalls calls;
    private final Departures departures;

    TwilioController(
            Webhook webhook,
            Arrivals arrivals,
            Switchboard switchboard,
            Journey journey,
            CarriedCalls calls,
            Departures departures) {
        this.webhook = webhook;
        this.arrivals = arrivals;
        this.switchboard = switchboard;
        this.journey = journey;
        this.calls = calls;
        this.departures = departures;
    }

    @PostMapping("/voice")
    @Open
    Reply voice(HttpServletRequest request) {
        Dialled dialled = webhook.dialled(request);
        Delivery delivery = dialled.delivery();
        ExternalId name = delivery.call("CallSid");
        if (dialled.holders().isEmpty()) {
            return Twiml.reject();
        }
        Holder holder = dialled.holders().getFirst();
        VirtualNumberId number = new VirtualNumberId(holder.virtualNumberId());
        Provenance who = delivery.provenance(holder.accountId());
        return webhook.shown(switchboard
                .arrive(number, name, arrivals.facts(delivery, arrivals.now()), who)
                .map(leg -> journey.begin(leg, new Traveller(delivery, who)))
                .orElseGet(Twiml::hangUp));
    }

    @PostMapping("/step")
    @Open
    Reply step(HttpServletRequest request) {
        Delivery delivery = webhook.ofAccount(request);
        ExternalId name = delivery.call("CallSid");
        String dialled = delivery.required("DialCallStatus");
        Provenance who = delivery.provenance(delivery.account());
        long step = delivery.parameter("step");
        return webhook.shown(find(delivery, name, who)
                .filter(leg -> step >= 0 && step <= leg.steps().size())
                .map(leg -> afterStep(leg, step, dialled, new Traveller(delivery, who)))
                .orElseGet(Twiml::hangUp));
    }

    @PostMapping("/message")
    @Open
    Reply message(HttpServletRequest request) {
        Delivery delivery = webhook.ofAccount(request);
        ExternalId unused = delivery.call("CallSid");
        return Twiml.hangUp();
    }

    @PostMapping("/answered")
    @Open
    Reply answered(HttpServletRequest request) {
        Delivery delivery = webhook.ofAccount(request);
        ExternalId name = delivery.call("ParentCallSid");
        String status = delivery.required("CallStatus");
        Provenance who = delivery.provenance(delivery.account());
        if (PICKED_UP.contains(status)) {
            long operator = delivery.parameter("operator");
            find(delivery, name, who)
                    .filter(leg -> rang(leg, operator))
                    .ifPresent(leg ->
                            calls.learn(leg.call(), new Answered(operator < 0 ? null : new OperatorId(operator)), who));
        }
        return webhook.shown(Reply.empty(204));
    }

    @PostMapping("/status")
    @Open
    Reply status(HttpServletRequest request) {
        Dialled dialled = webhook.onceDialled(request);
        Delivery delivery = dialled.delivery();
        ExternalId name = delivery.call("CallSid");
        CallStatus outcome = OUTCOMES.get(delivery.required("CallStatus"));
        if (outcome != null) {
            Over over = new Over(outcome, delivery.seconds("CallDuration"), arrivals.time(delivery));
            departures.end(dialled.holders(), name, over, delivery);
        }
        return webhook.shown(Reply.empty(204));
    }

    private Reply afterStep(Leg leg, long step, String dialled, Traveller traveller) {
        Delivery delivery = traveller.delivery();
        CallId call = leg.call();
        if (PICKED_UP.contains(dialled)) {
            long seconds = delivery.seconds("DialCallDuration");
            calls.learn(call, new Talked(onlyOperator(leg, step), seconds, arrivals.now()), traveller.who());
            return Twiml.hangUp();
        }
        if (delivery.field("CallStatus").filter(OUTCOMES::containsKey).isPresent()) {
            // The caller has gone: whoever comes next is not rung.
            calls.learn(call, new Unanswered(CallStatus.MISSED), traveller.who());
            return Twiml.hangUp();
        }
        return journey.next(leg, step, OUTCOMES.getOrDefault(dialled, CallStatus.FAILED), traveller);
    }

    private Optional<Leg> find(Delivery delivery, ExternalId name, Provenance who) {
        return switchboard.find(delivery.parameter("number"), delivery.parameter("turn"), name, who);
    }

    private static boolean rang(Leg leg, long operator) {
        return operator < 0
                ? leg.route().fallback().type().equals("forward")
                : leg.operators().contains(new OperatorId(operator));
    }

    /** Who must have answered, where only one was rung. */
    private static @Nullable OperatorId onlyOperator(Leg leg, long step) {
        List<Step> steps = leg.steps();
        if (step >= steps.size()) {
            return null;
        }
        List<RungOperator> rung = steps.get(Math.toIntExact(step)).operators();
        return rung.size() == 1 ? new OperatorId(rung.getFirst().id()) : null;
    }
}
