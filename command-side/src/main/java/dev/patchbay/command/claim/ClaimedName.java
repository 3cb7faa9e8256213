package dev.patchbay.command.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameCommand.ClaimName;
import dev.patchbay.shared.claim.NameCommand.FreeName;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.claim.NameId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What at most one thing of a kind goes by, in an account or in the whole installation. */
@Aggregate
class ClaimedName {

    @AggregateIdentifier
    private NameId id;

    private @Nullable Long holder;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ClaimName command) {
        if (holder != null && holder == command.holder()) {
            return;
        }
        if (holder != null) {
            throw new Refusal(Refusal.Reason.TAKEN, taken(command.id().kind(), holder));
        }
        apply(new NameClaimed(
                command.id().account().value(),
                command.id().kind().word(),
                command.id().name(),
                command.holder()));
    }

    @CommandHandler
    void decide(FreeName command) {
        if (holder != null && holder == command.holder()) {
            apply(new NameFreed(id.account().value(), id.kind().word(), id.name(), command.holder()));
        }
    }

    private static String taken(Kind kind, long holder) {
        return switch (kind) {
            case AGENT -> "User with same email already exists";
            case TEAM -> "Team already exists";
            case ROLE -> "Role already exists";
            case DOMAIN -> "Domain has already been added";
            case IDENTITY -> "Address has already been taken";
            case REPLAY -> "Replay " + holder + " is under way";
            default -> "Name has already been taken";
        };
    }

    @EventSourcingHandler
    void evolve(NameClaimed event) {
        id = new NameId(new AccountId(event.accountId()), Kind.of(event.kind()), event.name());
        holder = event.holderId();
    }

    @EventSourcingHandler
    void evolve(NameFreed event) {
        holder = null;
    }

    ClaimedName() {}
}
