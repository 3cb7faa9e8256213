package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Digest;

/**
 * A pair of keys that opens what an agent may do; the secret is shown once, and never kept.
 *
 * @param apiKey 32 letters or digits
 * @param apiSecret 64 letters or digits
 */
public record NewKeyPair(String apiKey, String apiSecret) {
    private static final int KEY_LENGTH = 32;
    private static final int SECRET_LENGTH = 64;

    /** The pair that follows from a secret and a text: always the same for the same two. */
    static NewKeyPair derive(String secret, String from) {
        return new NewKeyPair(
                NewKey.write(NewKey.hmac("HmacSHA256", secret, from + " key"), KEY_LENGTH),
                NewKey.write(NewKey.hmac("HmacSHA512", secret, from + " secret"), SECRET_LENGTH));
    }

    /** A pair that nobody else has. */
    public static NewKeyPair random() {
        return derive(NewKey.randomSecret(), "");
    }

    /** Whether a text could be the key of a pair. */
    public static boolean isKey(String text) {
        return text.matches("[A-Za-z0-9]{" + KEY_LENGTH + "}");
    }

    /** Whether a text could be the secret of a pair. */
    public static boolean isSecret(String text) {
        return text.matches("[A-Za-z0-9]{" + SECRET_LENGTH + "}");
    }

    /** What is stored of the secret. */
    public String digest() {
        return Digest.of(apiSecret);
    }

    @Override
    public String toString() {
        return apiKey + ":...";
    }
}
