package dev.patchbay.command;

import dev.patchbay.shared.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of a process that shares its log with no other: counted from where the log ends. */
public final class CountedNumbers implements Numbers {

    private final Map<Kind, Long> last = new ConcurrentHashMap<>();

    @Override
    public long next(Kind kind, long atLeast) {
        return last.merge(kind, atLeast, (before, least) -> Math.max(before + 1, least));
    }
}
