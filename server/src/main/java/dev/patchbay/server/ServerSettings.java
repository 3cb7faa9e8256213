package dev.patchbay.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server keeps its data, and what its first key is.
 *
 * @param dataDir the directory of the embedded store; made when it is missing
 * @param bootstrapKey the first API key instead of a random one: {@code idc_} and 32 letters or digits
 */
@ConfigurationProperties("patchbay")
public record ServerSettings(
        @DefaultValue("./data") Path dataDir, @Nullable String bootstrapKey) {

    public ServerSettings {
        if (bootstrapKey != null && bootstrapKey.isBlank()) {
            bootstrapKey = null;
        }
        if (bootstrapKey != null && !bootstrapKey.matches("idc_[A-Za-z0-9]{32}")) {
            throw new IllegalArgumentException(
                    "patchbay.bootstrap-key (PATCHBAY_BOOTSTRAP_KEY) must be idc_ and 32 letters or digits");
        }
    }
}
