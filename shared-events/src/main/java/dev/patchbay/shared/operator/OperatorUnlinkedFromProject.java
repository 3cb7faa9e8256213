package dev.patchbay.shared.operator;

import org.axonframework.serialization.Revision;

/** From now on keys of the project no longer see the operator. */
@Revision("1")
public record OperatorUnlinkedFromProject(long operatorId, long projectId) implements OperatorEvent {}
