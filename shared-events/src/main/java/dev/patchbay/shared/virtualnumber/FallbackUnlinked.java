package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the virtual number falls back to no other. */
@Revision("1")
public record FallbackUnlinked(long accountId, long virtualNumberId) implements FallbackPlanEvent {}
