package dev.patchbay.rest.apikey;

import dev.patchbay.rest.exchange.NewKey;
import dev.patchbay.shared.apikey.ApiKeyView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as it is answered once, to whom it was made for. */
public record NewApiKeyShape(
        long id,
        String name,
        String prefix,
        String key,
        List<String> permissions,
        @Nullable Long projectId,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        Instant createdAt) {

    public static NewApiKeyShape of(ApiKeyView key, NewKey secret) {
        return new NewApiKeyShape(
                key.id(),
                key.name(),
                key.prefix(),
                secret.text(),
                key.permissions(),
                key.projectId(),
                key.expiresAt(),
                // Nobody has it yet; and the answer must stay the same when it is given again.
                null,
                key.createdAt());
    }
}
