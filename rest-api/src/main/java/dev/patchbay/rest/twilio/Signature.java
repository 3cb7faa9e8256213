package dev.patchbay.rest.twilio;

import dev.patchbay.rest.request.Form;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that Twilio puts on a request, by its published algorithm: the HMAC-SHA1, under the auth token, of the whole
 * address and every field of the form, by name.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int LENGTH = 28;
    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>(?i:https?)://)(?<host>[^/?#]*?)(:(?<port>[0-9]+))?(?<rest>[/?#].*)?");

    private final byte[] offered;
    private final List<byte[]> signed;

    private Signature(byte[] offered, String address, Form form) {
        this.offered = offered;
        StringBuilder fields = new StringBuilder();
        form.fields()
                .forEach((name, values) ->
                        values.forEach(value -> fields.append(name).append(value)));
        this.signed = spellings(address).stream()
                .map(spelling -> (spelling + fields).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Reads what may be a signature. Twilio signs with the port or without it, so both will do. */
    static Optional<Signature> read(String offered, String address, Form form) {
        return Optional.of(offered.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> bytes.length == LENGTH)
                .map(bytes -> new Signature(bytes, address, form));
    }

    /** Whether the owner of the token signed the request. */
    boolean isOf(String token) {
        return signed.stream().anyMatch(message -> MessageDigest.isEqual(of(token, message), offered));
    }

    private static byte[] of(String token, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encode(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private static List<String> spellings(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return List.of(address);
        }
        String scheme = parts.group("scheme");
        String rest = parts.group("rest") == null ? "" : parts.group("rest");
        String standard = scheme.toLowerCase(Locale.ROOT).startsWith("https") ? "443" : "80";
        String port = parts.group("port") == null ? standard : parts.group("port");
        return List.of(scheme + parts.group("host") + rest, scheme + parts.group("host") + ":" + port + rest);
    }
}
