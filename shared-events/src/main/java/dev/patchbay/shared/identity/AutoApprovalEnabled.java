package dev.patchbay.shared.identity;

import org.axonframework.serialization.Revision;

/** From now on replies are sent without anybody's approval. */
@Revision("1")
public record AutoApprovalEnabled(long identityId) implements IdentityEvent {}
