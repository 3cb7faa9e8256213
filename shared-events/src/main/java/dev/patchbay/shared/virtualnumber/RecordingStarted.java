package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on inbound calls are recorded. */
@Revision("1")
public record RecordingStarted(long virtualNumberId) implements VirtualNumberEvent {}
