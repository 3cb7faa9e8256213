package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the number receives no calls. */
@Revision("1")
public record VirtualNumberDeactivated(long virtualNumberId) implements VirtualNumberEvent {}
