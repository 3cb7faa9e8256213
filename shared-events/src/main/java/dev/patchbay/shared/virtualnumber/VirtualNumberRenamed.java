package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the number is called this; null when it has no name. */
@Revision("1")
public record VirtualNumberRenamed(
        long virtualNumberId, @Nullable String name) implements VirtualNumberEvent {}
