package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;

/** The call went the other way than was recorded before: inbound or outbound. */
@Revision("1")
public record CallDirectionCorrected(long callId, String direction) implements CallEvent {}
