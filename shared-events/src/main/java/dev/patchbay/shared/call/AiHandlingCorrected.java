package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;

/** An AI voice agent handled the call, or did not, unlike what was recorded before. */
@Revision("1")
public record AiHandlingCorrected(long callId, boolean aiHandled) implements CallEvent {}
