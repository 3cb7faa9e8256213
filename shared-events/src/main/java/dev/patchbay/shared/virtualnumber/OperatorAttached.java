package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on calls to the number may ring this operator, after those before it. */
@Revision("1")
public record OperatorAttached(long virtualNumberId, long operatorId, int priority) implements VirtualNumberEvent {}
