package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** The operator is gone. */
@Revision("1")
public record OperatorDeleted(long operatorId) implements OperatorEvent {}
