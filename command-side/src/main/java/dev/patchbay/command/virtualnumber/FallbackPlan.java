package dev.patchbay.command.virtualnumber;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.LinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.UnlinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanId;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * How the virtual numbers of an account fall back to each other. It is one stream, so that the log itself lets no two links be
 * made at once that would lead in a circle together.
 */
@Aggregate
class FallbackPlan {

    private static final int LONGEST_WAY = 100;

    @AggregateIdentifier
    private FallbackPlanId id;

    private FallbackLinks links = new FallbackLinks();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LinkFallback command) {
        long number = command.virtualNumber().value();
        long fallback = command.fallback().value();
        if (Objects.equals(links.of(number), fallback)) {
            return;
        }
        if (links.leadFrom(fallback, number)) {
            throw new Refusal(Refusal.Reason.INVALID, "Fallback must not lead back to this number");
        }
        if (links.longestWayThrough(number, fallback) > LONGEST_WAY) {
            throw new Refusal(
                    Refusal.Reason.INVALID, "Fallback must not lead through more than " + LONGEST_WAY + " numbers");
        }
        apply(new FallbackLinked(command.id().account().value(), number, fallback));
    }

    @CommandHandler
    void decide(UnlinkFallback command) {
        long number = command.virtualNumber().value();
        if (links.of(number) != null) {
            apply(new FallbackUnlinked(id.account().value(), number));
        }
    }

    @EventSourcingHandler
    void evolve(FallbackLinked event) {
        id = new FallbackPlanId(new AccountId(event.accountId()));
        links.link(event.virtualNumberId(), event.fallbackVirtualNumberId());
    }

    @EventSourcingHandler
    void evolve(FallbackUnlinked event) {
        links.unlink(event.virtualNumberId());
    }

    FallbackPlan() {}
}
