package dev.patchbay.benchmarks.peer;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on somebody is there who answers. */
@Revision("1")
record OperatorCreated(
        String aggregate,
        long id,
        String name,
        String phoneNumber,
        @Nullable String email,
        boolean active) {}
