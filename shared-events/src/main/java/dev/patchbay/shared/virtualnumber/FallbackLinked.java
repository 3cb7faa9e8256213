package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the one virtual number falls back to the other, and no longer to the one before. */
@Revision("1")
public record FallbackLinked(long accountId, long virtualNumberId, long fallbackVirtualNumberId)
        implements FallbackPlanEvent {}
