package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on calls to the number never ring this operator; those after it move up. */
@Revision("1")
public record OperatorDetached(long virtualNumberId, long operatorId) implements VirtualNumberEvent {}
