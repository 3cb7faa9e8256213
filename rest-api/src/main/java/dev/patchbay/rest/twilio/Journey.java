package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.twilio.Report.Unanswered;
import dev.patchbay.rest.twilio.Twiml.Telephone;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.routing.RouteView.Fallback;
import dev.patchbay.shared.routing.RouteView.Step;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads a call from step to step, and at last to the fallback. */
@Component
final class Journey {
    private static final String NOBODY = "Nobody can take your call at the moment. Please try again later. Goodbye.";
    private static final String MESSAGE =
            "Nobody can take your call at the moment. Please leave a message after the tone.";

    private final Switchboard switchboard;
    private final CarriedCalls calls;

    Journey(Switchboard switchboard, CarriedCalls calls) {
        this.switchboard = switchboard;
        this.calls = calls;
    }

    /** Who is on the way: the request to which the next direction is the answer, and who it is recorded to have come from. */
    record Traveller(Delivery delivery, Provenance who) {}

    /** What happens to a call that has arrived. */
    Reply begin(Leg leg, Traveller traveller) {
        return goOn(leg, 0, null, traveller);
    }

    /**
     * What happens when a step is over and nobody answered.
     *
     * @param step counted from 0; the fallback's own when there are no more
     */
    Reply next(Leg leg, long step, CallStatus outcome, Traveller traveller) {
        return step < leg.steps().size()
                ? goOn(leg, Math.toIntExact(step) + 1, outcome, traveller)
                : giveUp(leg, outcome, traveller);
    }

    private Reply goOn(Leg leg, int step, @Nullable CallStatus outcome, Traveller traveller) {
        if (leg.isClosed()) {
            Reply end = giveUp(leg, outcome, traveller);
            return outcome == null ? Twiml.reject() : end;
        }
        List<Step> steps = leg.steps();
        return step < steps.size()
                ? ring(leg, step, steps.get(step), traveller)
                : fallBack(leg, steps.size(), outcome, traveller);
    }

    private static Reply ring(Leg leg, int number, Step step, Traveller traveller) {
        List<Telephone> telephones = step.operators().stream()
                .map(operator -> new Telephone(
                        operator.phoneNumber(), link("answered", leg, "&operator=" + operator.id(), traveller)))
                .toList();
        return Twiml.dial(
                step.ringSeconds(),
                leg.route().recording(),
                link("step", leg, "&step=" + number, traveller),
                telephones);
    }

    private Reply fallBack(Leg leg, int step, @Nullable CallStatus outcome, Traveller traveller) {
        Fallback fallback = leg.route().fallback();
        return switch (fallback.type()) {
            case "forward" -> forward(leg, step, fallback, traveller);
            case "voicemail" -> {
                calls.learn(leg.call(), new Unanswered(CallStatus.MISSED), traveller.who());
                yield Twiml.takeMessage(MESSAGE, link("message", leg, "", traveller));
            }
            case "virtual_number" ->
                takeOver(leg, new VirtualNumberId(Objects.requireNonNull(fallback.id())), outcome, traveller);
            default -> giveUp(leg, outcome, traveller);
        };
    }

    private static Reply forward(Leg leg, int step, Fallback fallback, Traveller traveller) {
        String phoneNumber = Objects.requireNonNull(fallback.phoneNumber());
        return Twiml.dial(
                Objects.requireNonNull(fallback.ringSeconds()),
                leg.route().recording(),
                link("step", leg, "&step=" + step, traveller),
                List.of(new Telephone(phoneNumber, link("answered", leg, "", traveller))));
    }

    /** The number that takes over decides anew. One that decided before the number it takes over from was there before. */
    private Reply takeOver(Leg leg, VirtualNumberId number, @Nullable CallStatus outcome, Traveller traveller) {
        Leg other = switchboard.takeOver(leg.call(), number, traveller.who());
        return other.isClosed() || other.decidedAt() <= leg.decidedAt()
                ? giveUp(leg, outcome, traveller)
                : goOn(other, 0, outcome, traveller);
    }

    private Reply giveUp(Leg leg, @Nullable CallStatus outcome, Traveller traveller) {
        CallStatus status = outcome == null ? CallStatus.MISSED : outcome;
        calls.learn(leg.call(), new Unanswered(status), traveller.who());
        return outcome == null ? Twiml.hangUp(NOBODY) : Twiml.hangUp();
    }

    private static String link(String path, Leg leg, String more, Traveller traveller) {
        return traveller
                .delivery()
                .link("%s?account=%d&number=%d&turn=%d%s"
                        .formatted(
                                path,
                                traveller.who().accountId(),
                                leg.route().virtualNumberId(),
                                leg.route().turn(),
                                more));
    }
}
