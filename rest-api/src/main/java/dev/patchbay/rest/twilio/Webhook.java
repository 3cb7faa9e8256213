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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
     * A request about the account that its address names, because the server put it there.
     *
     * @throws Problem unless it is signed for that account
     */
    Delivery ofAccount(HttpServletRequest request) {
        Delivery delivery = new Delivery(request, settings.publicUrl());
        if (!isSigned(delivery, delivery.account())) {
            throw wrong();
        }
        return delivery;
    }

    /**
     * A request about whoever holds the number that was dialled.
     *
     * @throws Problem unless it is signed for that account, or for any when nobody holds the number
     */
    Dialled dialled(HttpServletRequest request) {
        return dialled(request, holder -> !holder.released());
    }

    /**
     * A request about those who hold the number that was dialled or did, since calls outlive that their number is released: the
     * accounts that it is signed for. The one that holds it now is the first.
     *
     * @throws Problem when it is signed for none of the accounts that ever held it, or for none at all when nobody did
     */
    Dialled onceDialled(HttpServletRequest request) {
        return dialled(request, anybody -> true);
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

    private Dialled dialled(HttpServletRequest request, Predicate<Holder> counts) {
        Delivery delivery = new Delivery(request, settings.publicUrl());
        if (!delivery.isSigned()) {
            throw wrong();
        }
        List<Holder> holders = holders(delivery).stream().filter(counts).toList();
        Set<Long> admitted = holders.stream()
                .map(Holder::accountId)
                .distinct()
                .filter(account -> isSigned(delivery, account))
                .collect(Collectors.toSet());
        if (holders.isEmpty() ? !isSignedForAnybody(delivery) : admitted.isEmpty()) {
            throw wrong();
        }
        String unused = delivery.required("To");
        return new Dialled(
                delivery,
                holders.stream()
                        .filter(holder -> admitted.contains(holder.accountId()))
                        .toList());
    }

    private boolean isSigned(Delivery delivery, long accountId) {
        return settings.twilio().of(accountId).filter(delivery::isSignedWith).isPresent();
    }

    private boolean isSignedForAnybody(Delivery delivery) {
        return settings.twilio().all().stream().anyMatch(delivery::isSignedWith);
    }

    /** A stranger is not told why it cannot be said who they are. */
    private List<Holder> holders(Delivery delivery) {
        Optional<String> number = delivery.field("To");
        if (number.isEmpty()) {
            return List.of();
        }
        try {
            return questions
                    .ask(new ListHolders(number.get(), Moment.head()))
                    .found()
                    .orElse(List.of());
        } catch (Problem unknown) {
            throw isSignedForAnybody(delivery) ? unknown : wrong();
        }
    }

    private static Problem wrong() {
        return Problem.forbidden("X-Twilio-Signature is missing or wrong");
    }
}
