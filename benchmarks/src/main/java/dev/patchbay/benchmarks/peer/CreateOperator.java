package dev.patchbay.benchmarks.peer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Makes somebody known who answers. */
record CreateOperator(
        @TargetAggregateIdentifier String aggregate,
        long id,
        String name,
        String phoneNumber,
        @Nullable String email,
        boolean active) {}
