package dev.patchbay.command;

import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * Numbers things from 1 by looking at the log alone: a number is taken when its stream has an event, and the log itself
 * refuses a second first event, so a race between processes costs the loser another try and never a number used twice.
 */
@Component
class Numbering {

    private final EventStorageEngine log;
    private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

    Numbering(EventStorageEngine log) {
        this.log = log;
    }

    @CommandHandler
    long decide(AllocateId command) {
        return counters.computeIfAbsent(command.kind(), Counter::new).next();
    }

    /** The numbers of one kind. */
    private final class Counter {

        private final Kind kind;
        private long last = -1;

        Counter(Kind kind) {
            this.kind = kind;
        }

        synchronized long next() {
            long candidate = (last < 0 ? highestTaken() : last) + 1;
            while (isTaken(candidate)) {
                candidate++;
            }
            last = candidate;
            return candidate;
        }

        /** Doubles the step until a free number, then halves the gap: numbers are dense but for aborted creations. */
        private long highestTaken() {
            long taken = 0;
            long free = 1;
            while (isTaken(free)) {
                taken = free;
                free *= 2;
            }
            while (free - taken > 1) {
                long middle = taken + (free - taken) / 2;
                if (isTaken(middle)) {
                    taken = middle;
                } else {
                    free = middle;
                }
            }
            return taken;
        }

        private boolean isTaken(long number) {
            return log.lastSequenceNumberFor(kind.stream(number)).isPresent();
        }
    }
}
