package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.request.UploadedFile;
import dev.patchbay.shared.Provenance;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The imports of this process, one at a time for each account; how the last one went is known for an hour. */
@Component
final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Decisions decisions;
    private final Questions questions;
    private final Clock clock;
    private final Map<Long, Journal> journals = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Imports(Decisions decisions, Questions questions, Clock clock) {
        this.decisions = decisions;
        this.questions = questions;
        this.clock = clock;
    }

    /** Begins with a file of so many rows, and closes it in the end. */
    void start(UploadedFile file, long rows, Provenance provenance) {
        Journal journal = new Journal(rows, clock.instant());
        journals.compute(provenance.accountId(), (account, last) -> {
            if (last != null && last.isRunning()) {
                throw Envelope.problem(409, "Import already in progress", Envelope.GENERAL);
            }
            return journal;
        });
        Thread.ofVirtual().name("agent-import-" + provenance.accountId()).start(() -> run(file, journal, provenance));
    }

    /** How the last import of an account goes, or went. */
    Optional<ImportStatus> status(long account) {
        journals.values()
                .removeIf(journal -> journal.endedBefore(clock.instant().minus(MEMORY)));
        return Optional.ofNullable(journals.get(account)).map(Journal::status);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void run(UploadedFile file, Journal journal, Provenance provenance) {
        try (file;
                Table table = new Table(file.path())) {
            new Import(decisions, questions, provenance, journal).run(table, () -> stopping);
            if (stopping) {
                journal.interrupted(clock.instant());
            } else {
                journal.completed(clock.instant());
            }
        } catch (InvalidTable | RuntimeException e) {
            LOG.error("an import ended early, request {}", provenance.requestId(), e);
            journal.interrupted(clock.instant());
        }
    }
}
