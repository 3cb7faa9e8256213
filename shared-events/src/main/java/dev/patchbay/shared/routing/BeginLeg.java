package dev.patchbay.shared.routing;

import dev.patchbay.shared.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Leads a call through a virtual number as was decided at a turn; refused as concurrent when it is led through it already. */
public record BeginLeg(@TargetAggregateIdentifier LegId id, long turn) implements Command {}
