package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on an assistant is shown so many earlier messages. */
@Revision("1")
public record ThreadHistoryDepthChanged(long identityId, int threadHistoryDepth) implements IdentityEvent {}
