package dev.patchbay.shared.apikey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that was issued and not revoked; it may have expired. */
public record ApiKeyView(
        long id,
        long accountId,
        String name,
        String prefix,
        List<String> permissions,
        @Nullable Long projectId,
        @Nullable Instant expiresAt,
        Instant createdAt) {

    public ApiKeyView {
        permissions = List.copyOf(permissions);
    }
}
