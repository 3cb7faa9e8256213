package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.request.UploadedFile;
import dev.patchbay.shared.Provenance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The imports of this process, one at a time for each account; how the last one went is known for an hour. */
@Component
final class Imports implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
    private static final long FORGETTING_MILLIS = 60_000;

    private final Decisions decisions;
    private final Questions questions;
    private final Clock clock;
    private final Map<Long, Journal> journals = new ConcurrentHashMap<>();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Imports(Decisions decisions, Questions questions, Clock clock) {
        this.decisions = decisions;
        this.questions = questions;
        this.clock = clock;
    }

    void requireNoneRunning(long account) {
        if (stopping) {
            throw Problem.stopping();
        }
        Journal last = journals.get(account);
        if (last != null && last.isRunning()) {
            throw Envelope.problem(409, "Import already in progress", Envelope.GENERAL);
        }
    }

    /** Begins with a file of so many rows, and closes it in the end. */
    void start(UploadedFile file, long rows, Provenance provenance) {
        Journal journal = new Journal(rows, clock.instant());
        Thread worker = Thread.ofVirtual()
                .name("agent-import-" + provenance.accountId())
                .unstarted(() -> run(file, journal, provenance));
        // Nobody stops, and nobody else begins, between the last look and the beginning.
        synchronized (workers) {
            requireNoneRunning(provenance.accountId());
            journals.put(provenance.accountId(), journal);
            workers.add(worker);
            worker.start();
        }
    }

    /** How the last import of an account goes, or went. */
    Optional<ImportStatus> status(long account) {
        forget();
        return Optional.ofNullable(journals.get(account)).map(Journal::status);
    }

    @Scheduled(fixedDelay = FORGETTING_MILLIS)
    void forget() {
        Instant longAgo = clock.instant().minus(MEMORY);
        journals.values().removeIf(journal -> journal.endedBefore(longAgo));
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Lets the rows that are being taken in come to their end, while others stop; the rest is for another time. */
    @Override
    public void stop(Runnable callback) {
        beginNoMore();
        Thread unused = Thread.ofVirtual().start(() -> {
            farewell();
            callback.run();
        });
    }

    @Override
    public void stop() {
        beginNoMore();
        farewell();
    }

    private void beginNoMore() {
        synchronized (workers) {
            stopping = true;
        }
    }

    private void farewell() {
        long deadline = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        try {
            for (Thread worker : workers) {
                if (!worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    LOG.warn("the server stops while {} is still at work", worker.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void run(UploadedFile file, Journal journal, Provenance provenance) {
        MDC.put(Failures.REQUEST_ID, provenance.requestId());
        try (file) {
            KnownAgents known = new KnownAgents(questions, provenance.accountId());
            if (new Import(decisions, known, provenance, journal).run(new Table(file.content()), () -> stopping)) {
                journal.completed(clock.instant());
            }
        } catch (Throwable e) { // Nobody else would hear of it.
            LOG.error("an import ended early, request {}", provenance.requestId(), e);
        } finally {
            journal.interruptedIfRunning(clock.instant());
            workers.remove(Thread.currentThread());
        }
    }
}
