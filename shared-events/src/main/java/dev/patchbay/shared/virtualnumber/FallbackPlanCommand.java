package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of the plan, which never leads from a virtual number back to itself. */
public sealed interface FallbackPlanCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    FallbackPlanId id();

    /** Lets a number fall back to another one; refused when that would lead back to it, at once or by way of others. */
    record LinkFallback(FallbackPlanId id, VirtualNumberId virtualNumber, VirtualNumberId fallback)
            implements FallbackPlanCommand {}

    /** Lets a number fall back to no other. */
    record UnlinkFallback(FallbackPlanId id, VirtualNumberId virtualNumber) implements FallbackPlanCommand {}
}
