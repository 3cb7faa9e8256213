package dev.patchbay.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a kind: by the number that it has in the log, or by the UUID that callers know.
 *
 * @param number null when the UUID says which
 * @param uuid null when the number says which
 */
public record Which(@Nullable Long number, @Nullable UUID uuid) {

    public static Which numbered(long number) {
        return new Which(number, null);
    }

    public static Which known(UUID uuid) {
        return new Which(null, uuid);
    }
}
