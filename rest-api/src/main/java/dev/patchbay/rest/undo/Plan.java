package dev.patchbay.rest.undo;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.audit.AuditEntryShape.EntityShape;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.undo.Part.Action;
import dev.patchbay.shared.audit.FieldChange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen so that things become what they were: all of it or nothing.
 *
 * @param parts in the order in which they are possible
 * @param left what stays as it is, because it never comes back, or because it changed by what went and cannot change back
 * @param position where in the log this was found out
 */
record Plan(List<Part> parts, List<Left> left, long position) {

    Plan {
        parts = List.copyOf(parts);
        left = List.copyOf(left);
    }

    static Plan of(List<Part> parts, List<Left> left, long position) {
        List<Part> sorted =
                parts.stream().sorted(Comparator.comparing(Part::action)).toList();
        return new Plan(sorted, left, position);
    }

    /** A thing that stays as it is. */
    record Left(Thing thing, @Nullable String name) {}

    /** That it happens, or only that it is told. */
    Intent intent(long result, boolean dryRun) {
        if (dryRun) {
            return Intent.settled(reply());
        }
        return Intent.changingAll(
                result,
                parts.stream().map(Part::commands).flatMap(Collection::stream).toList(),
                parts.stream().map(Part::seen).toList());
    }

    /** Whether something goes that is there. */
    boolean takesAway() {
        return parts.stream().anyMatch(part -> part.action() == Action.TAKE_AWAY);
    }

    private Reply reply() {
        List<PartShape> shapes = parts.stream()
                .map(part -> new PartShape(
                        entity(part.thing(), part.name()),
                        part.action().name().toLowerCase(Locale.ROOT),
                        part.changes()))
                .toList();
        List<EntityShape> leftShapes =
                left.stream().map(each -> entity(each.thing(), each.name())).toList();
        return Reply.data(200, new PlanShape(true, shapes, leftShapes)).at(position);
    }

    private static EntityShape entity(Thing thing, @Nullable String name) {
        return new EntityShape(thing.kind().word(), thing.id(), name);
    }

    private record PlanShape(boolean dryRun, List<PartShape> entities, List<EntityShape> left) {}

    private record PartShape(EntityShape entity, String action, List<FieldChange> changes) {}
}
