package dev.patchbay.rest.undo;

import dev.patchbay.shared.audit.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields as the audit trail tells them. */
final class Values {

    private Values() {}

    static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }

    static boolean flag(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    static @Nullable Integer whole(@Nullable Object value) {
        return value == null ? null : Integer.valueOf(((Number) value).intValue());
    }

    static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** No entries where there is no list. */
    static List<Object> entries(@Nullable Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** The numbers of things in one list that are not in another. */
    static List<Long> missing(@Nullable Object from, @Nullable Object in) {
        List<Object> missing = new ArrayList<>(entries(in));
        missing.removeAll(entries(from));
        return missing.stream().map(Values::number).toList();
    }

    /**
     * What takes a change back of a list that others have changed since: what was put in is taken out, what was taken out goes back to
     * its old place; entries with the same id are the same.
     *
     * @param current the list as it is now
     * @return empty when it is no list, when entries were moved or changed in it, or when one that was put in was changed since
     */
    static Optional<FieldChange> merged(FieldChange change, @Nullable Object current) {
        List<Object> before = entries(change.before());
        List<Object> after = entries(change.after());
        List<Object> removed = without(before, after);
        List<Object> added = without(after, before);
        boolean changedSince = !added.containsAll(common(entries(current), added));
        if (changedSince
                || !without(before, removed).equals(without(after, added))
                || (removed.isEmpty() && added.isEmpty())) {
            return Optional.empty();
        }
        List<Object> merged = new ArrayList<>(without(entries(current), added));
        for (Object entry : without(removed, merged)) {
            merged.add(Math.min(before.indexOf(entry), merged.size()), entry);
        }
        return Optional.of(new FieldChange(change.field(), current, merged));
    }

    private static List<Object> common(List<Object> entries, List<Object> others) {
        List<Object> keys = others.stream().map(Values::key).toList();
        return entries.stream().filter(entry -> keys.contains(key(entry))).toList();
    }

    private static List<Object> without(List<Object> entries, List<Object> others) {
        List<Object> keys = others.stream().map(Values::key).toList();
        return entries.stream().filter(entry -> !keys.contains(key(entry))).toList();
    }

    private static Object key(Object entry) {
        return entry instanceof Map<?, ?> map ? Objects.requireNonNull(map.get("id")) : entry;
    }
}
