package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** The operator is gone for good; the number is never used again. */
@Revision("1")
public record OperatorDeleted(long operatorId) implements OperatorEvent {}
