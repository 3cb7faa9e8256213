package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** From now on keys of the project see the operator. */
@Revision("1")
public record OperatorLinkedToProject(long operatorId, long projectId) implements OperatorEvent {}
