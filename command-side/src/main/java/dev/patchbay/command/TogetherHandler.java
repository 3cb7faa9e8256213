package dev.patchbay.command;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** Decides several commands as one. */
@Component
class TogetherHandler {

    private final Decisions decisions;
    private final EventStorageEngine log;

    TogetherHandler(Decisions decisions, EventStorageEngine log) {
        this.decisions = decisions;
        this.log = log;
    }

    @CommandHandler
    void decide(Together together) {
        together.commands().forEach(decisions::ask);
        together.expected().forEach(this::refuseWhenStale);
    }

    /** The commands hold the locks of their aggregates by now, and nothing of theirs is in the log yet. */
    private void refuseWhenStale(Together.Expected expected) {
        Optional<Long> stored = log.lastSequenceNumberFor(expected.stream());
        if (stored.isEmpty() || stored.get() != expected.version()) {
            throw new Refusal(Refusal.Reason.STALE, expected.stream() + " is not at version " + expected.version());
        }
    }
}
