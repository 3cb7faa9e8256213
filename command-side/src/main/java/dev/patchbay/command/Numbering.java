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
        private long next = 1;

        Counter(Kind kind) {
            this.kind = kind;
        }

        synchronized long next() {
            while (isTaken(next)) {
                next += countTaken();
            }
            return next++;
        }

        /**
         * How many are taken from the next one on: doubles the step until a free number, then halves the gap. Numbers are dense
         * but for aborted creations, and one that was left free is as good as the one after the last.
         */
        private long countTaken() {
            long taken = 1;
            long free = 2;
            while (isTaken(next + free - 1)) {
                taken = free;
                free *= 2;
            }
            while (free - taken > 1) {
                long middle = taken + (free - taken) / 2;
                if (isTaken(next + middle - 1)) {
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
