package dev.patchbay.shared.call;

import dev.patchbay.shared.Event;
import org.axonframework.serialization.Revision;

/** From now on the external id means this call, and no other of the virtual number. */
@Revision("1")
public record CallReferenceTaken(long virtualNumberId, String externalId, long callId) implements Event {}
