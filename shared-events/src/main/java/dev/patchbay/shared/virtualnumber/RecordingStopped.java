package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on inbound calls are not recorded. */
@Revision("1")
public record RecordingStopped(long virtualNumberId) implements VirtualNumberEvent {}
