package dev.patchbay.shared;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Commands that succeed or are refused as one, decided in this order, their events in one commit.
 *
 * @param expected what the caller last saw of some aggregates; nothing of those of which any version will do
 */
public record Together(List<Command> commands, List<Expected> expected) {

    public Together {
        commands = List.copyOf(commands);
        expected = List.copyOf(expected);
    }

    /** Commands that do not depend on what the caller saw before. */
    public static Together of(Command... commands) {
        return of(List.of(commands));
    }

    /** The same of a list. */
    public static Together of(List<? extends Command> commands) {
        return new Together(List.copyOf(commands), List.of());
    }

    /** Where a distributed bus routes: to the process that decides for the first aggregate. */
    @RoutingKey
    public String route() {
        return commands.getFirst().id().toString();
    }

    /** Refuses with {@link Refusal.Reason#STALE} unless the stream's last event has this sequence number. */
    public record Expected(String stream, long version) {}
}
