package dev.patchbay.command.virtualnumber;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.ClaimPhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberCommand.FreePhoneNumber;
import dev.patchbay.shared.virtualnumber.PhoneNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import org.axonframework.eventhandling.EventHandler;

/** A virtual number holds its E.164 number from its registration to its release. */
@Consequences
class PhoneNumberHolding {

    private final Decisions decisions;

    PhoneNumberHolding(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void react(VirtualNumberRegistered event) {
        decisions.ask(new ClaimPhoneNumber(
                new PhoneNumberId(event.phoneNumber()), new VirtualNumberId(event.virtualNumberId())));
    }

    @EventHandler
    void react(VirtualNumberRestored event) {
        try {
            decisions.ask(new ClaimPhoneNumber(
                    new PhoneNumberId(event.phoneNumber()), new VirtualNumberId(event.virtualNumberId())));
        } catch (Refusal refused) {
            // Nothing that was asked is wrong: somebody else has it meanwhile.
            throw refused.is(Reason.INVALID)
                    ? new Refusal(Reason.TAKEN, "Phone number is held by another virtual number")
                    : refused;
        }
    }

    @EventHandler
    void react(VirtualNumberReleased event) {
        decisions.ask(new FreePhoneNumber(
                new PhoneNumberId(event.phoneNumber()), new VirtualNumberId(event.virtualNumberId())));
    }
}
