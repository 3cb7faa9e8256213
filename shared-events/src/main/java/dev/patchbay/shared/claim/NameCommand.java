package dev.patchbay.shared.claim;

import dev.patchbay.shared.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of a name, which at most one thing of its kind has at any time. */
public sealed interface NameCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    NameId id();

    /** Takes the name; refused while another has it. */
    record ClaimName(NameId id, long holder) implements NameCommand {}

    /** Gives the name up, so that it may be claimed again. */
    record FreeName(NameId id, long holder) implements NameCommand {}
}
