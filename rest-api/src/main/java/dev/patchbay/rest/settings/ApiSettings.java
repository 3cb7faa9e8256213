package dev.patchbay.rest.settings;

import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set about its API.
 *
 * @param defaultRegion where a telephone number without a country code is read, ISO 3166-1 alpha-2
 * @param inventoryFile a JSON array of numbers that can be had; none when null
 * @param catchUpTimeout how long a request waits for the views before it is answered without them
 * @param commandTimeout how long a request waits for a decision; only another process can take that long
 * @param rate what limits the rate of requests
 */
@ConfigurationProperties("patchbay")
public record ApiSettings(
        @DefaultValue("US") String defaultRegion,
        @Nullable Path inventoryFile,
        @DefaultValue("5s") Duration catchUpTimeout,
        @DefaultValue("30s") Duration commandTimeout,
        @DefaultValue Rate rate) {

    public ApiSettings {
        try {
            defaultRegion = PhoneNumber.knownRegion(defaultRegion);
        } catch (InvalidText e) {
            throw new IllegalArgumentException(
                    "patchbay.default-region must be a region with a numbering plan, such as US or LT, not '"
                            + defaultRegion + "'");
        }
        requirePositive("patchbay.catch-up-timeout", catchUpTimeout);
        requirePositive("patchbay.command-timeout", commandTimeout);
    }

    /** How often one key may call. */
    public RateLimit rateLimit() {
        return rate.limit();
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, not '" + duration + "'");
        }
    }

    /** A level of its own, because the environment cannot say that the name of a map has a dash. */
    public record Rate(@DefaultValue RateLimit limit) {}
}
