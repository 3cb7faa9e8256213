package dev.patchbay.rest.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What telephone carriers must agree on with an installation.
 *
 * @param publicUrl where carriers reach the server, without a slash at the end; null when requests themselves say so
 */
@ConfigurationProperties("patchbay")
public record CarrierSettings(
        @Nullable String publicUrl, @DefaultValue TwilioTokens twilio) {

    public CarrierSettings {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : requireAddress(publicUrl.strip());
    }

    private static String requireAddress(String url) {
        if (!isAddress(url)) {
            throw new IllegalArgumentException(
                    "patchbay.public-url (PATCHBAY_PUBLIC_URL) must be the address of the server as carriers reach it,"
                            + " such as https://voice.example.com, without a query");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
