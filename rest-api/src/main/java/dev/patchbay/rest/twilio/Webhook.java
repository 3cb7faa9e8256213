package dev.patchbay.rest.twilio;

import dev.patchbay.rest.answer.NotYet;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.settings.CarrierSettings;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

    /**
     * A request of a carrier.
     *
     * @throws Problem unless it is signed for some account
     */
    Delivery read(HttpServletRequest request) {
        Delivery delivery = new Delivery(request, settings.publicUrl());
        if (settings.twilio().all().stream().noneMatch(delivery::isSignedWith)) {
            throw wrong();
        }
        return delivery;
    }

    /**
     * The virtual number that was dialled, if any account holds it.
     *
     * @throws Problem unless the request is signed for that account
     */
    Optional<Holder> dialled(Delivery delivery) {
        Optional<Holder> holder =
                holders(delivery).stream().filter(one -> !one.released()).findFirst();
        holder.ifPresent(one -> admit(delivery, one.accountId()));
        return holder;
    }

    /**
     * The virtual numbers that may have been dialled, of those accounts that the request is signed for: calls outlive that their
     * number is released. The one that holds the E.164 number now is the first.
     *
     * @throws Problem when it is signed for none of the accounts that ever held it
     */
    List<Holder> onceDialled(Delivery delivery) {
        List<Holder> holders = holders(delivery);
        List<Holder> admitted = holders.stream()
                .filter(one -> isSigned(delivery, one.accountId()))
                .toList();
        if (admitted.isEmpty() && !holders.isEmpty()) {
            throw wrong();
        }
        return admitted;
    }

    /** The answer, as soon as everybody can see what the request led to; also when the views do not follow in time. */
    Reply shown(Reply reply) {
        try {
            long position = questions
                    .ask(new ListKnownReferences(List.of(), Moment.head()))
                    .position();
            return reply.with(Reply.POSITION, Long.toString(position));
        } catch (NotYet durable) {
            return reply;
        }
    }

    /** Refuses what is not signed for the account. */
    void admit(Delivery delivery, long accountId) {
        if (!isSigned(delivery, accountId)) {
            throw wrong();
        }
    }

    private boolean isSigned(Delivery delivery, long accountId) {
        return settings.twilio().of(accountId).filter(delivery::isSignedWith).isPresent();
    }

    private List<Holder> holders(Delivery delivery) {
        return questions
                .ask(new ListHolders(delivery.required("To"), Moment.head()))
                .found()
                .orElse(List.of());
    }

    private static Problem wrong() {
        return Problem.forbidden("X-Twilio-Signature is missing or wrong");
    }
}
