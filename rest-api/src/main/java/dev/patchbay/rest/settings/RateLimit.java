package dev.patchbay.rest.settings;

import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one key may call.
 *
 * @param requestsPerMinute for every key not named in {@code keys}; 0 for no limit
 * @param keys requests per minute by the id of the key; 0 for no limit
 */
public record RateLimit(
        @DefaultValue("0") int requestsPerMinute,
        @DefaultValue Map<Long, Integer> keys) {

    public RateLimit {
        keys = Map.copyOf(keys);
        requireNotNegative("patchbay.rate.limit.requests-per-minute", requestsPerMinute);
        keys.forEach((key, limit) -> requireNotNegative("patchbay.rate.limit.keys." + key, limit));
    }

    public int of(long apiKeyId) {
        return keys.getOrDefault(apiKeyId, requestsPerMinute);
    }

    private static void requireNotNegative(String name, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(name + " must be 0 (no limit) or more, not '" + limit + "'");
        }
    }
}
