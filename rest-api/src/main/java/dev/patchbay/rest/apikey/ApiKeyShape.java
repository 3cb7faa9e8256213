package dev.patchbay.rest.apikey;

import dev.patchbay.shared.apikey.ApiKeyView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as it is answered; the key itself is not part of it. */
record ApiKeyShape(
        long id,
        String name,
        String prefix,
        List<String> permissions,
        @Nullable Long projectId,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Instant createdAt) {

    static ApiKeyShape of(ApiKeyView key, @Nullable Instant lastUsedAt) {
        return new ApiKeyShape(
                key.id(),
                key.name(),
                key.prefix(),
                key.permissions(),
                key.projectId(),
                key.expiresAt(),
                lastUsedAt,
                key.createdAt());
    }
}
