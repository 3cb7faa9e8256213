package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on replies wait for approval. */
@Revision("1")
public record AutoApprovalDisabled(long identityId) implements IdentityEvent {}
