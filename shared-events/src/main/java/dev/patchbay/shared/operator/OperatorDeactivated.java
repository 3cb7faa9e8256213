package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** From now on routed calls never reach the operator, who stays attached everywhere. */
@Revision("1")
public record OperatorDeactivated(long operatorId) implements OperatorEvent {}
