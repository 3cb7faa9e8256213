package dev.patchbay.shared.operator;

import org.jspecify.annotations.Nullable;

/** An operator as lists show it. */
public record OperatorSummary(
        long id,
        String name,
        String phoneNumber,
        @Nullable String email,
        boolean active,
        String initials,
        int virtualNumbersCount) {}
