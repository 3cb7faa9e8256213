package dev.patchbay.query.audit;

import dev.patchbay.shared.audit.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a thing at a position; none where it was not there. */
record State(Map<String, @Nullable Object> fields) {

    private static final String PROJECT = "project_id";
    private static final String PROJECTS = "project_ids";
    static final State ABSENT = new State(Map.of());

    /** The same as a key of a project sees it, which does not learn of other projects; null for keys that see all. */
    State within(@Nullable Long project) {
        if (project == null) {
            return this;
        }
        Map<String, @Nullable Object> seen = new LinkedHashMap<>(fields);
        seen.replace(PROJECT, project.equals(fields.get(PROJECT)) ? project : null);
        if (fields.get(PROJECTS) instanceof List<?> projects) {
            seen.put(PROJECTS, projects.stream().filter(project::equals).toList());
        }
        return new State(seen);
    }

    /** What became of each field from here to another state, in the order in which clients know them. */
    List<FieldChange> changesTo(State later) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>(fields);
        names.putAll(later.fields);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names.keySet()) {
            Object before = fields.get(name);
            Object after = later.fields.get(name);
            if (!Objects.equals(before, after) && !(isNothing(before) && isNothing(after))) {
                changes.add(new FieldChange(name, before, after));
            }
        }
        return changes;
    }

    /** A list that is empty from the start is no change. */
    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals(List.of());
    }
}
