package dev.patchbay.shared.apikey;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on whoever holds the key may act for the account, or within one project of it. The key itself is not part of the fact. */
@Revision("1")
public record ApiKeyIssued(
        long apiKeyId,
        long accountId,
        String prefix,
        String name,
        List<String> permissions,
        @Nullable Long projectId,
        @Nullable Instant expiresAt)
        implements ApiKeyEvent {

    public ApiKeyIssued {
        permissions = List.copyOf(permissions);
    }
}
