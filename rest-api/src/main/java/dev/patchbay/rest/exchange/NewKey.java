package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An API key that is shown once, and never kept. */
public record NewKey(String text) {
    private static final String START = "idc_";
    private static final int LENGTH = 32;
    private static final int PREFIX_LENGTH = 8;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The key that follows from a secret and a text: always the same for the same two. */
    static NewKey derive(String secret, String from) {
        return new NewKey(START + write(hmac("HmacSHA256", secret, from), LENGTH));
    }

    static BigInteger hmac(String algorithm, String secret, String text) {
        try {
            Mac hmac = Mac.getInstance(algorithm);
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return new BigInteger(1, hmac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }

    /** A key that nobody else has. */
    public static NewKey random() {
        return derive(randomSecret(), "");
    }

    /** A secret that nobody else has. */
    static String randomSecret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What may be shown later, to tell the key from others. */
    public String prefix() {
        return text.substring(0, PREFIX_LENGTH);
    }

    /** What is stored of it. */
    public String digest() {
        return Digest.of(text);
    }

    @Override
    public String toString() {
        return prefix() + "...";
    }

    /** So many letters or digits. */
    static String write(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder(length);
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] division = rest.divideAndRemainder(BASE);
            digits.append(ALPHABET.charAt(division[1].intValueExact()));
            rest = division[0];
        }
        return digits.toString();
    }
}
