package dev.patchbay.server.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.server.log.Snapshots;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The snapshots of this process: those in use in its memory, all in a file. */
final class KeptSnapshots implements Snapshots, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSnapshots.class);

    private static final long MOST_CHARACTERS = 16_000_000;
    /** About what an entry takes besides the state. */
    private static final int CHARACTERS_OF_AN_ENTRY = 200;

    private final SnapshotForm form = new SnapshotForm();
    private final CompletableFuture<SnapshotFile> file;
    private final Cache<String, Snapshot> inUse = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher(KeptSnapshots::characters)
            .build();

    /** Opens the file meanwhile: to find out which code runs takes a while, and nobody decides before the server is ready. */
    KeptSnapshots(Supplier<SnapshotFile> opening) {
        this.file = CompletableFuture.supplyAsync(opening, Thread.ofPlatform().daemon()::start);
    }

    @Override
    public Optional<DomainEventMessage<?>> of(String stream) {
        Snapshot kept = inUse.get(stream, absent -> file.join().read(absent).orElse(null));
        try {
            return Optional.ofNullable(kept).map(form::read);
        } catch (JacksonException e) {
            // What it says may quote what the aggregate holds.
            LOG.warn("the snapshot of {} cannot be read and is thrown away", stream);
            forget(stream);
            return Optional.empty();
        }
    }

    @Override
    public void keep(DomainEventMessage<?> snapshot) {
        Snapshot written = form.written(snapshot);
        file.join().write(written);
        inUse.put(written.stream(), written);
    }

    @Override
    public void forget(String stream) {
        file.join().delete(stream);
        inUse.invalidate(stream);
    }

    @Override
    public void close() {
        file.join().close();
    }

    private static int characters(String stream, Snapshot snapshot) {
        return CHARACTERS_OF_AN_ENTRY + snapshot.state().length();
    }
}
