package dev.patchbay.shared.account;

import dev.patchbay.shared.Kind;

/** The number of an account. */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Kind.ACCOUNT.stream(value);
    }
}
