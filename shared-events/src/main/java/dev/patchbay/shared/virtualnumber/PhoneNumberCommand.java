package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of an E.164 number, which at most one virtual number of the installation holds at any time. */
public sealed interface PhoneNumberCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    PhoneNumberId id();

    /** Takes the number for a virtual number; refused while another one holds it. */
    record ClaimPhoneNumber(PhoneNumberId id, VirtualNumberId holder) implements PhoneNumberCommand {}

    /** Gives the number up, so that it may be claimed again. */
    record FreePhoneNumber(PhoneNumberId id, VirtualNumberId holder) implements PhoneNumberCommand {}
}
