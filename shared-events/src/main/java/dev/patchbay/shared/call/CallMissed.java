package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;

/** The call stopped ringing without an answer: missed, busy or failed. */
@Revision("1")
public record CallMissed(long callId, String callStatus) implements CallEvent {}
