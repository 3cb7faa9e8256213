package dev.patchbay.command.virtualnumber;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which virtual number falls back to which other one; they never lead back to where they began. */
record FallbackLinks(Map<Long, Long> links) {

    static final FallbackLinks NONE = new FallbackLinks(Map.of());

    FallbackLinks {
        links = Map.copyOf(links);
    }

    @Nullable
    Long of(long number) {
        return links.get(number);
    }

    FallbackLinks with(long number, long fallback) {
        Map<Long, Long> changed = new HashMap<>(links);
        changed.put(number, fallback);
        return new FallbackLinks(changed);
    }

    FallbackLinks without(long number) {
        Map<Long, Long> changed = new HashMap<>(links);
        changed.remove(number);
        return new FallbackLinks(changed);
    }

    /** Whether calls that come to the one number may go on to the other, or are there already. */
    boolean leadFrom(long start, long number) {
        Long reached = start;
        while (reached != null && reached != number) {
            reached = links.get(reached);
        }
        return reached != null;
    }

    /** How many numbers a call comes to, at most, when it comes through this one: those before it, itself and those after it. */
    int longestWayThrough(long number) {
        int numbers = 0;
        for (Long next = number; next != null; next = links.get(next)) {
            numbers++;
        }
        Set<Long> before = leadingTo(Set.of(number));
        while (!before.isEmpty()) {
            numbers++;
            before = leadingTo(before);
        }
        return numbers;
    }

    private Set<Long> leadingTo(Set<Long> numbers) {
        Set<Long> before = new HashSet<>();
        links.forEach((number, fallback) -> {
            if (numbers.contains(fallback)) {
                before.add(number);
            }
        });
        return before;
    }
}
