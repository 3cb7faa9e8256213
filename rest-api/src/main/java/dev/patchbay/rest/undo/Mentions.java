package dev.patchbay.rest.undo;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The other things that the fields of a thing name, which may be gone by now.
 *
 * @param coming what is gone but comes back
 */
record Mentions(Past past, Predicate<Thing> coming) {
    private static final String FALLBACK = "fallback";
    private static final Map<String, Kind> KINDS = Map.of(
            "project_id",
            Kind.PROJECT,
            "project_ids",
            Kind.PROJECT,
            "operators",
            Kind.OPERATOR,
            FALLBACK,
            Kind.VIRTUAL_NUMBER,
            "assistant_id",
            Kind.ASSISTANT);

    /** The things that a value names. */
    static Set<Thing> of(String field, @Nullable Object value) {
        return entries(value).flatMap(entry -> named(field, entry)).collect(Collectors.toSet());
    }

    /**
     * Looks whether a field may become what it is to be.
     *
     * @throws InTheWay when that names something that is gone
     */
    void requireThere(FieldChange change) {
        Set<Thing> now = of(change.field(), change.before());
        of(change.field(), change.after()).stream()
                .filter(thing -> !now.contains(thing) && !isThere(thing))
                .findFirst()
                .ifPresent(gone -> {
                    throw InTheWay.of(gone, "was deleted", past.lastEvent(gone));
                });
    }

    /** As much of a change as is possible: a list without what is gone; none when it comes to nothing. */
    Optional<FieldChange> possible(FieldChange change) {
        if (change.after() instanceof List<?>) {
            List<Object> there = entries(change.after())
                    .filter(entry -> named(change.field(), entry).allMatch(this::isThere))
                    .toList();
            return Optional.of(new FieldChange(change.field(), change.before(), there));
        }
        return of(change.field(), change.after()).stream().allMatch(this::isThere)
                ? Optional.of(change)
                : Optional.empty();
    }

    /** The same of a field that comes back with its thing; a number keeps its fallback, as when that one is given up alone. */
    Optional<FieldChange> ofWhatComesBack(FieldChange change) {
        return change.field().equals(FALLBACK)
                ? Optional.of(change)
                : possible(change).filter(back -> !List.of().equals(back.after()));
    }

    private boolean isThere(Thing thing) {
        return coming.test(thing) || past.isThere(thing);
    }

    private static Stream<Object> entries(@Nullable Object value) {
        return value instanceof List<?> ? Values.entries(value).stream() : Stream.ofNullable(value);
    }

    private static Stream<Thing> named(String field, Object entry) {
        Object id = entry instanceof Map<?, ?> ? Values.member(entry, "id") : entry;
        return Stream.ofNullable(KINDS.get(field))
                .flatMap(kind -> Stream.ofNullable(id).map(there -> new Thing(kind, there)));
    }
}
