package dev.patchbay.command;

import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Kind;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * Numbers things from 1: whoever counts may be behind the log, which decides. A number is taken when its stream has an event, and
 * the log itself refuses a second first event, so a race between processes costs the loser another try and never a number used twice.
 */
@Component
class Numbering {

    private final EventStorageEngine log;
    private final Numbers numbers;

    Numbering(EventStorageEngine log, Numbers numbers) {
        this.log = log;
        this.numbers = numbers;
    }

    @CommandHandler
    long decide(AllocateId command) {
        Kind kind = command.kind();
        long number = numbers.next(kind, 1);
        while (isTaken(kind, number)) {
            number = numbers.next(kind, number + countTaken(kind, number));
        }
        return number;
    }

    /**
     * How many are taken from a number on: doubles the step until a free number, then halves the gap. Numbers are dense but for
     * aborted creations, and one that was left free is as good as the one after the last.
     */
    private long countTaken(Kind kind, long first) {
        long taken = 1;
        long free = 2;
        while (isTaken(kind, first + free - 1)) {
            taken = free;
            free *= 2;
        }
        while (free - taken > 1) {
            long middle = taken + (free - taken) / 2;
            if (isTaken(kind, first + middle - 1)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return taken;
    }

    private boolean isTaken(Kind kind, long number) {
        return log.lastSequenceNumberFor(kind.stream(number)).isPresent();
    }
}
