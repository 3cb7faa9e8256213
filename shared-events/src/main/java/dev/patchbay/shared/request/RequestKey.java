package dev.patchbay.shared.request;

/** A digest of the caller and the {@code Idempotency-Key} it chose. */
public record RequestKey(String digest) {
    @Override
    public String toString() {
        return "request-" + digest;
    }
}
