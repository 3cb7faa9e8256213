package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.settings.CarrierSettings;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.routing.RouteQuery.FindHolder;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets the carrier in, and nobody else: with the token of the account that a request is about. */
@Component
final class Webhook {
    private final CarrierSettings settings;
    private final Questions questions;

    Webhook(CarrierSettings settings, Questions questions) {
        this.settings = settings;
        this.questions = questions;
    }

    Delivery read(HttpServletRequest request) {
        return new Delivery(request, settings.publicUrl());
    }

    /**
     * The virtual number that was dialled, if any account holds it.
     *
     * @throws Problem unless it is signed for that account; for any account when nobody holds the number
     */
    Optional<Holder> dialled(Delivery delivery) {
        Optional<Holder> holder = questions
                .ask(new FindHolder(delivery.required("To"), Moment.head()))
                .found();
        if (holder.isPresent()) {
            admit(delivery, holder.get().accountId());
        } else if (settings.twilio().all().stream().noneMatch(delivery::isSignedWith)) {
            throw wrong();
        }
        return holder;
    }

    /** Refuses what is not signed for the account. */
    void admit(Delivery delivery, long accountId) {
        if (settings.twilio().of(accountId).filter(delivery::isSignedWith).isEmpty()) {
            throw wrong();
        }
    }

    private static Problem wrong() {
        return Problem.forbidden("X-Twilio-Signature is missing or wrong");
    }
}
