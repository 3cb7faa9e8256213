package dev.patchbay.rest.undo;

import dev.patchbay.rest.undo.Part.Action;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.Difference;
import dev.patchbay.shared.audit.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what takes the changes of one commit back, on top of what has happened since. What is not possible any more is refused;
 * only where something went, and changed other things by that, are those left as they are.
 */
final class Undo {
    private final Past past;
    private final Commit commit;
    private final @Nullable Thing only;
    private final List<FieldChange> further;
    private final Mentions mentions;
    private final Conflicts conflicts;
    private final Map<Thing, Difference> done = new LinkedHashMap<>();
    private final Map<Thing, InTheWay> left = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private Undo(Past past, Commit commit, @Nullable Thing only, List<FieldChange> further) {
        this.past = past;
        this.commit = commit;
        this.only = only;
        this.further = further;
        this.mentions = new Mentions(past, this::comesBack);
        this.conflicts = new Conflicts(past);
    }

    /**
     * What takes back the commit that the event at a position belongs to.
     *
     * @throws InTheWay when something that happened later forbids it
     */
    static Plan plan(long position, Past past) {
        return new Undo(past, Commit.of(position, past), null, List.of()).plan();
    }

    /**
     * What brings one of the things back that went in a commit, linked with others as it was, and then changes it further.
     *
     * @throws InTheWay when something that happened later forbids it
     */
    static Plan bringBack(Thing thing, Commit commit, List<FieldChange> further, Past past) {
        return new Undo(past, commit, thing, further).plan();
    }

    private Plan plan() {
        commit.things().forEach(thing -> done.put(thing, past.difference(thing, commit.before(), commit.end())));
        done.forEach(this::takeBack);
        if (parts.isEmpty()) {
            left.values().stream().findFirst().ifPresent(hindrance -> {
                throw hindrance;
            });
        }
        return Plan.of(
                parts,
                left.keySet().stream()
                        .map(thing -> new Plan.Left(thing, commit.nameOf(thing)))
                        .toList(),
                past.now());
    }

    private void takeBack(Thing thing, Difference then) {
        if (then.wasThere() && then.isThere()) {
            change(thing, then.changes().stream().filter(this::isWanted).toList());
        } else if (then.wasThere() && isWanted(thing)) {
            bringBack(thing, then);
        } else if (then.isThere()) {
            takeAway(thing, then);
        }
    }

    private void bringBack(Thing thing, Difference then) {
        if (!comesBack(thing)) {
            left.put(thing, InTheWay.never(thing, "does not come back"));
            return;
        }
        Optional<AuditEntry> since = past.lastOwn(thing, null, commit.end());
        if (since.isPresent()) {
            InTheWay hindrance = InTheWay.of(thing, "was changed", since.get());
            if (!past.isThere(thing)) {
                throw hindrance;
            }
            left.put(thing, hindrance);
            return;
        }
        Returnable returnable = returnable(thing).orElseThrow();
        List<Command> commands = new ArrayList<>(returnable.bringBack().stream().toList());
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        for (FieldChange change : then.changes()) {
            mentions.ofWhatComesBack(change.back()).ifPresent(back -> {
                changes.put(back.field(), back);
                if (returnable.loses().contains(back.field())) {
                    commands.addAll(returnable.set(back));
                }
            });
        }
        for (FieldChange change : further) {
            changes.put(change.field(), new FieldChange(change.field(), null, change.after()));
            commands.addAll(returnable.set(change));
        }
        try {
            add(thing, Action.BRING_BACK, List.copyOf(changes.values()), commands);
        } catch (InTheWay hindrance) {
            hinder(thing, hindrance);
        }
    }

    private void takeAway(Thing thing, Difference then) {
        past.lastAbout(thing, commit.end()).ifPresent(event -> {
            throw InTheWay.of(thing, "was changed", event);
        });
        Command command = returnable(thing)
                .flatMap(Returnable::takeAway)
                .orElseThrow(() -> InTheWay.never(thing, "cannot be taken back"));
        add(
                thing,
                Action.TAKE_AWAY,
                then.changes().stream().map(FieldChange::back).toList(),
                List.of(command));
    }

    private void change(Thing thing, List<FieldChange> done) {
        Difference since = past.difference(thing, commit.end(), past.now());
        Optional<Returnable> returnable = returnable(thing);
        if (!since.isThere() && !done.isEmpty()) {
            hinder(thing, InTheWay.of(thing, "was deleted", past.lastEvent(thing)));
        } else if (returnable.isPresent()) {
            change(thing, done, since, returnable.orElseThrow());
        } else if (only == null) {
            hinder(thing, InTheWay.never(thing, "cannot be taken back"));
        }
    }

    private void change(Thing thing, List<FieldChange> done, Difference since, Returnable returnable) {
        List<FieldChange> changes = new ArrayList<>();
        for (FieldChange change : done) {
            try {
                changes.add(takenBack(thing, change, since, returnable));
            } catch (InTheWay hindrance) {
                hinder(thing, hindrance);
            }
        }
        changes.removeIf(change -> Objects.equals(change.before(), change.after()));
        if (!changes.isEmpty()) {
            add(thing, Action.CHANGE, changes, returnable.setAll(changes));
        }
    }

    private FieldChange takenBack(Thing thing, FieldChange change, Difference since, Returnable returnable) {
        if (!returnable.fields().contains(change.field())) {
            throw InTheWay.never(thing, "does not take its " + change.field() + " back");
        }
        FieldChange wanted = since.changes().stream()
                .filter(later -> later.field().equals(change.field()))
                .findFirst()
                .map(later -> Values.merged(change, later.after())
                        .orElseThrow(() -> InTheWay.of(
                                thing,
                                "had its " + change.field() + " changed",
                                past.lastOwn(thing, change.field(), commit.end())
                                        .orElseThrow())))
                .orElseGet(change::back);
        mentions.requireThere(wanted);
        return wanted;
    }

    private boolean isWanted(Thing thing) {
        return only == null || only.equals(thing);
    }

    private boolean isWanted(FieldChange change) {
        return only == null || Mentions.of(change.field(), change.before()).contains(only);
    }

    private boolean comesBack(Thing thing) {
        return went(done.get(thing))
                && isWanted(thing)
                && returnable(thing).flatMap(Returnable::bringBack).isPresent();
    }

    private static boolean went(@Nullable Difference then) {
        return then != null && then.wasThere() && !then.isThere();
    }

    private Optional<Returnable> returnable(Thing thing) {
        return thing.returnable(past.exchange());
    }

    private void add(Thing thing, Action action, List<FieldChange> changes, List<Command> commands) {
        conflicts.requireNone(thing, changes);
        parts.add(new Part(thing, commit.nameOf(thing), action, changes, commands, past.version(thing)));
    }

    /** What changed because something else went need not go back. */
    private void hinder(Thing thing, InTheWay hindrance) {
        if (done.values().stream().noneMatch(Undo::went)) {
            throw hindrance;
        }
        left.putIfAbsent(thing, hindrance);
    }
}
