package dev.patchbay.rest.undo;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded as one.
 *
 * @param entries in their order; at least one
 */
record Commit(List<AuditEntry> entries) {
    private static final int MOST_ENTRIES = 1_000;
    private static final int AT_ONCE = 20;

    Commit {
        entries = List.copyOf(entries);
    }

    /**
     * The commit that an entry is in: its neighbours that came of the same command.
     *
     * @throws Problem when there is no entry at the position, or when they are too many
     */
    static Commit of(long position, Past past) {
        AuditEntry named =
                past.page(AuditFilter.between(position, position), new Part(null, true, 1)).entries().stream()
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        List<AuditEntry> commit = new ArrayList<>(
                neighbours(named, AuditFilter.between(1, position), false, past).reversed());
        commit.addAll(neighbours(named, AuditFilter.between(position + 1, Long.MAX_VALUE), true, past));
        if (commit.size() > MOST_ENTRIES) {
            throw Problem.parameter("The request changed more than " + MOST_ENTRIES + " things");
        }
        return new Commit(commit);
    }

    private static List<AuditEntry> neighbours(AuditEntry named, AuditFilter filter, boolean ascending, Past past) {
        List<AuditEntry> together = new ArrayList<>();
        AuditPage page = new AuditPage(List.of(), null);
        do {
            page = past.page(filter, new Part(page.next(), ascending, AT_ONCE));
            for (AuditEntry entry : page.entries()) {
                if (!isTogether(entry, named)) {
                    return together;
                }
                together.add(entry);
            }
        } while (page.next() != null && together.size() <= MOST_ENTRIES);
        return together;
    }

    /** What follows later from an event has its correlation, but nobody asked for it in the same request. */
    private static boolean isTogether(AuditEntry entry, AuditEntry named) {
        return entry.position() == named.position()
                || (named.correlationId() != null
                        && named.correlationId().equals(entry.correlationId())
                        && named.requestId().equals(entry.requestId()));
    }

    /** The position before it. */
    long before() {
        return entries.getFirst().position() - 1;
    }

    /** The last position of it. */
    long end() {
        return entries.getLast().position();
    }

    /** What it was about, in the order in which it came to that. */
    Set<Thing> things() {
        return entries.stream().map(Thing::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a thing was called at the end. */
    @Nullable
    String nameOf(Thing thing) {
        return entries.reversed().stream()
                .filter(entry -> Thing.of(entry).equals(thing))
                .map(entry -> entry.subject().name())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
