package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on calls to the number ring this operator so many seconds; null for as long as any other. */
@Revision("1")
public record RingSecondsChanged(
        long virtualNumberId, long operatorId, @Nullable Integer ringSeconds) implements VirtualNumberEvent {}
