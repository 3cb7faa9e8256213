package dev.patchbay.shared.call;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The call is over; it lasted this many seconds. */
@Revision("1")
public record CallEnded(long callId, long callDuration, Instant endedAt) implements CallEvent {}
