package dev.patchbay.rest.undo;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was made can be taken away again; nothing else of it goes back.
 *
 * @param removal the command that takes it away
 */
record OnlyRemovable(Command removal) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public List<Command> set(FieldChange change) {
        throw new IllegalArgumentException(change.field());
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.empty();
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(removal);
    }
}
