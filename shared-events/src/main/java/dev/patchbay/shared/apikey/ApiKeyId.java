package dev.patchbay.shared.apikey;

import dev.patchbay.shared.Kind;

/** The number of an API key. */
public record ApiKeyId(long value) {
    @Override
    public String toString() {
        return Kind.API_KEY.stream(value);
    }
}
