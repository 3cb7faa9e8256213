package dev.patchbay.shared.operator;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on this is the operator's contact address; null when there is none. */
@Revision("1")
public record OperatorEmailChanged(
        long operatorId, @Personal @Nullable String email) implements OperatorEvent {}
