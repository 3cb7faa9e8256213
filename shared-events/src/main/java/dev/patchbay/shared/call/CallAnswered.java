package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The call stopped ringing because it was answered; null when by nobody who is an operator. */
@Revision("1")
public record CallAnswered(long callId, @Nullable Long operatorId) implements CallEvent {}
