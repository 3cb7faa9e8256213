package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** From now on routed calls may reach the operator. */
@Revision("1")
public record OperatorActivated(long operatorId) implements OperatorEvent {}
