package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;

/** The call lasted another number of seconds than was recorded before. */
@Revision("1")
public record CallDurationCorrected(long callId, long callDuration) implements CallEvent {}
