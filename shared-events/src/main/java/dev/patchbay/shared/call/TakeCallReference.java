package dev.patchbay.shared.call;

import dev.patchbay.shared.Command;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes an external id for a call; refused as concurrent when it means a call already, which the caller can then find. */
public record TakeCallReference(@TargetAggregateIdentifier CallReferenceId id, CallId call) implements Command {}
