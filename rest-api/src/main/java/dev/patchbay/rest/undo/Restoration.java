package dev.patchbay.rest.undo;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.undo.Part.Action;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.Difference;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what makes one thing what it was at a position. */
final class Restoration {
    private final Thing thing;
    private final long to;
    private final Set<String> fields;
    private final Past past;
    private final Mentions mentions;
    private final Returnable returnable;

    private Restoration(Thing thing, long to, Set<String> fields, Past past) {
        this.thing = thing;
        this.to = to;
        this.fields = fields;
        this.past = past;
        this.mentions = new Mentions(past, gone -> false);
        this.returnable = thing.returnable(past.exchange()).orElseThrow(Problem::notFound);
    }

    /**
     * What makes it so again.
     *
     * @param fields those that are wanted; all of them when empty
     * @throws Problem when it was not there then
     * @throws InTheWay when something that happened later forbids it
     */
    static Plan plan(Thing thing, long to, Set<String> fields, Past past) {
        return new Restoration(thing, to, fields, past).plan();
    }

    private Plan plan() {
        Set<String> known = new TreeSet<>(returnable.fields());
        if (!known.containsAll(fields)) {
            throw Problem.parameter("fields must be among " + String.join(", ", known));
        }
        AuditEntry last = past.lastEvent(thing);
        Difference since = past.difference(thing, to, past.now());
        if (!since.wasThere()) {
            throw Problem.parameter("to must be when the " + thing + " was there");
        }
        return since.isThere() ? change(wanted(since), last) : bringBack(Commit.of(last.position(), past));
    }

    private Plan change(List<FieldChange> changes, AuditEntry last) {
        changes.forEach(mentions::requireThere);
        new Conflicts(past).requireNone(thing, changes);
        List<Part> parts = changes.isEmpty()
                ? List.of()
                : List.of(new Part(
                        thing,
                        last.subject().name(),
                        Action.CHANGE,
                        changes,
                        returnable.setAll(changes),
                        past.version(thing)));
        return Plan.of(parts, List.of(), past.now());
    }

    /** It comes back as it was when it went, and then becomes what it was before that. */
    private Plan bringBack(Commit departure) {
        List<FieldChange> further = wanted(past.difference(thing, to, departure.before())).stream()
                .map(mentions::possible)
                .flatMap(Optional::stream)
                .toList();
        return Undo.bringBack(thing, departure, further, past);
    }

    private List<FieldChange> wanted(Difference since) {
        return since.changes().stream()
                .filter(change -> returnable.fields().contains(change.field()))
                .filter(change -> fields.isEmpty() || fields.contains(change.field()))
                .map(FieldChange::back)
                .toList();
    }
}
