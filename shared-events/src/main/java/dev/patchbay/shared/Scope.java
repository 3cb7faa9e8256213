package dev.patchbay.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may see: one account, or only what is inside one project of it.
 *
 * @param projectId null for the whole account
 */
public record Scope(long accountId, @Nullable Long projectId) {}
