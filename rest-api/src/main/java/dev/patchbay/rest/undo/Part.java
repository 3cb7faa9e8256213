package dev.patchbay.rest.undo;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.Together.Expected;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one thing.
 *
 * @param action whether it is brought back, changed or taken away
 * @param changes what its fields are now, and what they will be
 * @param commands to the thing itself; at least one
 * @param version that of the thing when this was found out
 */
record Part(
        Thing thing,
        @Nullable String name,
        Action action,
        List<FieldChange> changes,
        List<Command> commands,
        long version) {

    Part {
        changes = List.copyOf(changes);
        commands = List.copyOf(commands);
    }

    /** What must still be so when this is decided. */
    Expected seen() {
        return new Expected(commands.getFirst().id().toString(), version);
    }

    /** In the order in which they are possible: what is named again is there by then, and what goes is named no more. */
    enum Action {
        BRING_BACK,
        CHANGE,
        TAKE_AWAY
    }
}
