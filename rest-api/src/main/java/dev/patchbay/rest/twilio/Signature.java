package dev.patchbay.rest.twilio;

import dev.patchbay.rest.request.Form;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>(?i:https?)://)(?<host>[^/?#]*?)(:(?<port>[0-9]+))?(?<rest>[/?#].*)?");

    private Signature() {}

    /** Whether the owner of the token signed the request. Twilio signs with the port or without it, so both will do. */
    static boolean isRight(String offered, String token, String address, Form form) {
        byte[] given = offered.getBytes(StandardCharsets.UTF_8);
        return spellings(address).stream()
                .map(spelling -> of(token, spelling, form).getBytes(StandardCharsets.UTF_8))
                .anyMatch(expected -> MessageDigest.isEqual(expected, given));
    }

    private static String of(String token, String address, Form form) {
        StringBuilder signed = new StringBuilder(address);
        form.fields()
                .forEach((name, values) ->
                        values.forEach(value -> signed.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
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
