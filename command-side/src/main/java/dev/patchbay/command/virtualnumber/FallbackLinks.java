package dev.patchbay.command.virtualnumber;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which virtual number falls back to which other one; they never lead back to where they began. */
final class FallbackLinks {

    private Map<Long, Long> links = new HashMap<>();

    @Nullable
    Long of(long number) {
        return links.get(number);
    }

    void link(long number, long fallback) {
        links.put(number, fallback);
    }

    void unlink(long number) {
        links.remove(number);
    }

    /** Whether calls that come to the one number may go on to the other, or are there already. */
    boolean leadFrom(long start, long number) {
        Long reached = start;
        while (reached != null && reached != number) {
            reached = links.get(reached);
        }
        return reached != null;
    }

    /** How many numbers a call comes to, at most, on a way through both, when the one falls back to the other. */
    int longestWayThrough(long number, long fallback) {
        int numbers = 0;
        for (Long next = fallback; next != null; next = links.get(next)) {
            numbers++;
        }
        for (Set<Long> before = Set.of(number); !before.isEmpty(); before = leadingTo(before)) {
            numbers++;
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
