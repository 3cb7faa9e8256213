package dev.patchbay.rest.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An account as the identities' API calls it: by a UUID that follows from its number. */
public final class Workspace {

    private Workspace() {}

    /** Always the same for the same account. */
    public static UUID of(long accountId) {
        return UUID.nameUUIDFromBytes(("dev.patchbay/workspace/" + accountId).getBytes(StandardCharsets.UTF_8));
    }
}
