package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** The operator is there again, as before the deletion but in no ring order and no project. */
@Revision("1")
public record OperatorRestored(long operatorId) implements OperatorEvent {}
