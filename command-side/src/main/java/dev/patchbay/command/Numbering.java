package dev.patchbay.command;

import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.routing.AllocateTurn;
import dev.patchbay.shared.routing.RouteId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * Numbers things from 1, and the turns of a virtual number from 0, by looking at the log alone: a number is taken when its
 * stream has an event, and the log itself refuses a second first event, so a race between processes costs the loser another
 * try and never a number used twice.
 */
@Component
class Numbering {

    private final EventStorageEngine log;
    private final Map<Object, Counter> counters = new ConcurrentHashMap<>();

    Numbering(EventStorageEngine log) {
        this.log = log;
    }

    @CommandHandler
    long decide(AllocateId command) {
        return counters.computeIfAbsent(command.kind(), kind -> new Counter(1, command.kind()::stream))
                .next();
    }

    @CommandHandler
    long decide(AllocateTurn command) {
        return counters.computeIfAbsent(
                        command.virtualNumber(),
                        number -> new Counter(0, turn -> new RouteId(command.virtualNumber(), turn).toString()))
                .next();
    }

    /** The numbers of one kind. */
    private final class Counter {

        private final long first;
        private final LongFunction<String> stream;
        private long next = -1;

        Counter(long first, LongFunction<String> stream) {
            this.first = first;
            this.stream = stream;
        }

        synchronized long next() {
            long candidate = next < 0 ? first + countTaken() : next;
            while (isTaken(candidate)) {
                candidate++;
            }
            next = candidate + 1;
            return candidate;
        }

        /** Doubles the step until a free number, then halves the gap: numbers are dense but for aborted creations. */
        private long countTaken() {
            long taken = 0;
            long free = 1;
            while (isTaken(first + free - 1)) {
                taken = free;
                free *= 2;
            }
            while (free - taken > 1) {
                long middle = taken + (free - taken) / 2;
                if (isTaken(first + middle - 1)) {
                    taken = middle;
                } else {
                    free = middle;
                }
            }
            return taken;
        }

        private boolean isTaken(long number) {
            return log.lastSequenceNumberFor(stream.apply(number)).isPresent();
        }
    }
}
