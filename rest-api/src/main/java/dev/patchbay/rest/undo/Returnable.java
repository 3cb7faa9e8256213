package dev.patchbay.rest.undo;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands by which a thing of one kind becomes what it was. */
interface Returnable {

    /** The fields that can be set again; others never change. */
    Set<String> fields();

    /** Sets one of the fields, which is {@code before} now, to {@code after}. */
    List<Command> set(FieldChange change);

    /** Sets several. */
    default List<Command> setAll(List<FieldChange> changes) {
        return changes.stream().map(this::set).flatMap(List::stream).toList();
    }

    /** Brings it back when it is gone; empty where that is for ever. */
    Optional<Command> bringBack();

    /** The fields that do not come back with it. */
    default Set<String> loses() {
        return Set.of();
    }

    /** Takes it away again after it was made; empty where what was made stays. */
    Optional<Command> takeAway();
}
