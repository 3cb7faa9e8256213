package dev.patchbay.command.virtualnumber;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.ClaimPhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.FreePhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.PhoneNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An E.164 number that at most one virtual number of the installation holds. */
@Aggregate
class HeldPhoneNumber {

    @AggregateIdentifier
    private PhoneNumberId id;

    private @Nullable VirtualNumberId holder;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ClaimPhoneNumber command) {
        if (command.holder().equals(holder)) {
            return;
        }
        if (holder != null) {
            throw new Refusal(Refusal.Reason.INVALID, "Phone number has already been taken");
        }
        apply(new PhoneNumberClaimed(command.id().e164(), command.holder().value()));
    }

    @CommandHandler
    void decide(FreePhoneNumber command) {
        if (command.holder().equals(holder)) {
            apply(new PhoneNumberFreed(id.e164(), command.holder().value()));
        }
    }

    @EventSourcingHandler
    void evolve(PhoneNumberClaimed event) {
        id = new PhoneNumberId(event.phoneNumber());
        holder = new VirtualNumberId(event.virtualNumberId());
    }

    @EventSourcingHandler
    void evolve(PhoneNumberFreed event) {
        holder = null;
    }

    HeldPhoneNumber() {}
}
