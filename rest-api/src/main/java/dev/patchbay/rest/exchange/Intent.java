package dev.patchbay.rest.exchange;

import dev.patchbay.shared.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write wants to happen.
 *
 * @param commands all or none of them; nothing to do when empty
 * @param result the number of what the request is about or makes
 * @param target what an {@code If-Match} is about; null when something new is made
 */
public record Intent(
        List<? extends Command> commands,
        long result,
        @Nullable Target target) {

    public Intent {
        commands = List.copyOf(commands);
    }

    /** Something new comes to be. */
    public static Intent making(long result, List<? extends Command> commands) {
        return new Intent(commands, result, null);
    }

    /**
     * Something that exists changes, or goes.
     *
     * @param id of the aggregate; its text is the name of its stream
     */
    public static Intent changing(Object id, Found<?> seen, long result, List<? extends Command> commands) {
        return new Intent(commands, result, new Target(id.toString(), seen));
    }

    /** The thing that the write is about, as it was when looked up. */
    record Target(String stream, Found<?> seen) {}
}
