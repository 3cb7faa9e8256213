package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the number receives calls. */
@Revision("1")
public record VirtualNumberActivated(long virtualNumberId) implements VirtualNumberEvent {}
