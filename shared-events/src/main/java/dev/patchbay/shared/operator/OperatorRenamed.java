package dev.patchbay.shared.operator;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on the operator is called this. */
@Revision("1")
public record OperatorRenamed(long operatorId, @Personal String name) implements OperatorEvent {}
