package dev.patchbay.server.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is asked what the internet's name servers say.
 *
 * @param resolver the IP address of a resolver, in brackets if it is one of IPv6, with a port where it is not 53; null for those of
 *     the system
 * @param timeout how long one question to one resolver waits for an answer; then the next is asked, and each once more
 */
@ConfigurationProperties("patchbay.dns")
public record DnsSettings(
        @Nullable String resolver, @DefaultValue("2s") Duration timeout) {

    /** No name: whoever knows what names stand for would have to be asked for it first. */
    private static final Pattern ADDRESS =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|\\[[0-9a-fA-F.]*:[0-9a-fA-F:.]*])(?::([0-9]{1,5}))?");

    private static final int PORT = 53;
    private static final int HIGHEST_PORT = 65_535;

    public DnsSettings {
        resolver = resolver == null || resolver.isBlank() ? null : resolver.strip();
        if (resolver != null && address(resolver) == null) {
            throw new IllegalArgumentException(
                    "patchbay.dns.resolver (PATCHBAY_DNS_RESOLVER) must be an IP address, with a"
                            + " port where it is not 53, such as 192.0.2.1:53 or [2001:db8::1]:53, not '" + resolver
                            + "'");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "patchbay.dns.timeout must be longer than nothing, not '" + timeout + "'");
        }
    }

    /** Where the resolver is, if one is set. */
    Optional<InetSocketAddress> address() {
        return Optional.ofNullable(resolver).map(DnsSettings::address);
    }

    private static @Nullable InetSocketAddress address(String resolver) {
        Matcher written = ADDRESS.matcher(resolver);
        if (!written.matches()) {
            return null;
        }
        String host = written.group(1).replace("[", "").replace("]", "");
        int port = written.group(2) == null ? PORT : Integer.parseInt(written.group(2));
        if (port < 1 || port > HIGHEST_PORT) {
            return null;
        }
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(host), port);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
