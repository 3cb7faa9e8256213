package dev.patchbay.shared.team;

import org.jspecify.annotations.Nullable;

/** A team as one of many. */
public record TeamSummary(long id, String name, @Nullable String emoji) {}
