package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Together.Expected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write wants to happen.
 *
 * @param commands all or none of them; nothing to do when empty
 * @param result the number that the answer needs again: mostly that of what the request is about or makes
 * @param target what an {@code If-Match} is about; null when something new is made
 * @param seen what must still be as it was when it was looked up, whatever the caller said
 * @param settled the answer when what is wanted is there already, so that nothing has to happen or be remembered; else null
 */
public record Intent(
        List<? extends Command> commands,
        long result,
        @Nullable Target target,
        List<Expected> seen,
        @Nullable Reply settled) {

    public Intent {
        commands = List.copyOf(commands);
        seen = List.copyOf(seen);
    }

    /** Something new comes to be. */
    public static Intent making(long result, List<? extends Command> commands) {
        return new Intent(commands, result, null, List.of(), null);
    }

    /**
     * Something that exists changes, or goes.
     *
     * @param id of the aggregate; its text is the name of its stream
     */
    public static Intent changing(Object id, Found<?> seen, long result, List<? extends Command> commands) {
        return new Intent(commands, result, new Target(id.toString(), seen), List.of(), null);
    }

    /** Several things change as one, on top of what was seen of each. */
    public static Intent changingAll(long result, List<? extends Command> commands, List<Expected> seen) {
        return new Intent(commands, result, null, seen, null);
    }

    /** What is wanted is there already. */
    public static Intent settled(Reply answer) {
        return new Intent(List.of(), 0, null, List.of(), answer);
    }

    /** The same with one more command. */
    Intent and(Command command) {
        List<Command> more = new ArrayList<>(commands);
        more.add(command);
        return new Intent(more, result, target, seen, settled);
    }

    /** The thing that the write is about, as it was when looked up. */
    record Target(String stream, Found<?> seen) {}
}
