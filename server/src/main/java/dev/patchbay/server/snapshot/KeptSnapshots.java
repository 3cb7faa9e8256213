package dev.patchbay.server.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.server.log.Snapshots;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots of this process: those in use in its memory, all in a file. */
final class KeptSnapshots implements Snapshots, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSnapshots.class);

    private static final long MOST_CHARACTERS = 16_000_000;
    /** About what an entry takes besides the state. */
    private static final int CHARACTERS_OF_AN_ENTRY = 200;

    private final SnapshotForm form = new SnapshotForm();
    /** None when it could not be opened. */
    private final CompletableFuture<Optional<SnapshotFile>> file;

    private final Cache<String, Snapshot> inUse = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(KeptSnapshots::characters)
            .build();
    private final Set<Class<?>> withoutForm = ConcurrentHashMap.newKeySet();
    private volatile boolean distrusted;

    /** Opens the file meanwhile: to find out which code runs takes a while, and nobody waits for it to decide. */
    KeptSnapshots(Supplier<SnapshotFile> opening) {
        this.file = CompletableFuture.supplyAsync(
                        () -> Optional.of(opening.get()), Thread.ofPlatform().daemon()::start)
                .exceptionally(failure -> {
                    LOG.warn("no snapshots are on the disk until the next start: {}", failure.toString());
                    return Optional.empty();
                });
    }

    @Override
    public Optional<DomainEventMessage<?>> of(String stream) {
        if (distrusted) {
            return Optional.empty();
        }
        Snapshot kept = inUse.get(
                stream,
                absent -> file.getNow(Optional.empty())
                        .flatMap(open -> open.read(absent))
                        .orElse(null));
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.read(kept));
        } catch (RuntimeException | LinkageError e) {
            // What it says may quote what the aggregate holds, and the stream may be a telephone number.
            LOG.warn(
                    "a snapshot of a {} cannot be read and is thrown away",
                    kept.aggregate().getSimpleName());
            forget(stream);
            return Optional.empty();
        }
    }

    /** Whether one of an aggregate of this class would be kept. */
    boolean keeps(Class<?> aggregate) {
        return !distrusted && !withoutForm.contains(aggregate);
    }

    @Override
    public void keep(DomainEventMessage<?> snapshot) {
        Class<?> aggregate = snapshot.getPayload().getClass();
        if (!keeps(aggregate)) {
            return;
        }
        Snapshot written;
        try {
            written = form.written(snapshot);
        } catch (RuntimeException | LinkageError e) {
            // What it says may quote what the aggregate holds.
            withoutForm.add(aggregate);
            LOG.warn("no snapshots of a {} are kept, it cannot be written down", aggregate.getSimpleName());
            return;
        }
        keep(written);
    }

    private void keep(Snapshot written) {
        file.join().ifPresent(open -> open.write(written));
        inUse.put(written.stream(), written);
        if (distrusted) {
            inUse.invalidateAll();
        }
    }

    @Override
    public void forget(String stream) {
        file.join().ifPresent(open -> open.delete(stream));
        inUse.invalidate(stream);
    }

    @Override
    public void distrust() {
        distrusted = true;
        inUse.invalidateAll();
        var unused = file.thenAccept(opened -> opened.ifPresent(SnapshotFile::throwAway));
    }

    @Override
    public void close() {
        file.join().ifPresent(SnapshotFile::close);
    }

    private static int characters(String stream, Snapshot snapshot) {
        return CHARACTERS_OF_AN_ENTRY + snapshot.state().length();
    }
}
