package dev.patchbay.shared.call;

import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The external id of a call as something that is taken once for each virtual number. */
public record CallReferenceId(VirtualNumberId virtualNumber, ExternalId externalId) {

    /** External ids may hold anything, so the stream is named by their SHA-256 digest. */
    @Override
    public String toString() {
        return "call_reference-" + virtualNumber.value() + "-" + digest(externalId.value());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
