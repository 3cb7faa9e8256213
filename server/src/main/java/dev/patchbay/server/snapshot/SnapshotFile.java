package dev.patchbay.server.snapshot;

import dev.patchbay.server.sqlite.SqliteDatabase;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import dev.patchbay.server.sqlite.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The snapshots of this process on the disk, all made by the same code. They follow from the log, so a file that is broken is thrown away, and
 * nobody fails by it; there are none on the disk then until the next start. What fails for another reason is left out.
 */
final class SnapshotFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);

    private static final String TABLE = """
            create table if not exists snapshot (
                stream text primary key,
                sequence integer not null,
                event_id text not null,
                aggregate text not null,
                state text not null,
                revision text not null,
                digest text not null
            ) strict""";
    private static final String READ = """
            select stream, sequence, event_id, aggregate, state, digest from snapshot
            where stream = ?""";
    private static final String WRITE = """
            insert or replace into snapshot (stream, sequence, event_id, aggregate, state, digest, revision)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final Path file;
    private final String revision;
    /** Of which there is one, so that nobody looks for others; only this process writes the file. */
    private final Set<String> streams = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private volatile @Nullable SqliteDatabase database;
    private CompletableFuture<?> closing = CompletableFuture.completedFuture(true);

    /** @param revision that of the code: a file that other code has written is thrown away */
    SnapshotFile(Path file, String revision) {
        this.file = file;
        this.revision = revision;
        this.database = opened();
    }

    /** The last one of a stream. */
    Optional<Snapshot> read(String stream) {
        SqliteDatabase open = database;
        if (open == null || !streams.contains(stream)) {
            return Optional.empty();
        }
        try {
            return JdbcClient.create(open.readers())
                    .sql(READ)
                    .param(stream)
                    .query((row, index) -> new SnapshotRow(
                            row.getString("stream"),
                            row.getLong("sequence"),
                            row.getString("event_id"),
                            row.getString("aggregate"),
                            row.getString("state"),
                            row.getString("digest")))
                    .optional()
                    .flatMap(this::sound);
        } catch (RuntimeException | LinkageError e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** Puts one in the place of an earlier one. */
    void write(Snapshot snapshot) {
        SnapshotRow row = SnapshotRow.of(snapshot, revision);
        streams.add(row.stream());
        change(
                WRITE,
                row.stream(),
                row.sequence(),
                row.eventId(),
                row.aggregate(),
                row.state(),
                row.digest(),
                revision);
    }

    void delete(String stream) {
        if (streams.remove(stream)) {
            change("delete from snapshot where stream = ?", stream);
        }
    }

    /** There are none any more, until the next start. Whoever calls it does not wait for those who read meanwhile. */
    synchronized void throwAway() {
        SqliteDatabase open = database;
        database = null;
        if (open != null) {
            delete();
            closing = CompletableFuture.runAsync(
                    () -> {
                        open.close();
                        // Closing, or a connection that was being opened, may have made one again.
                        delete();
                    },
                    Thread.ofPlatform().daemon()::start);
        }
    }

    @Override
    public synchronized void close() {
        closing.handle((done, failure) -> true).join();
        SqliteDatabase open = database;
        database = null;
        if (open != null) {
            open.close();
        }
    }

    private void change(String statement, Object... parameters) {
        SqliteDatabase open = database;
        if (open == null) {
            return;
        }
        try {
            JdbcClient.create(open.writer()).sql(statement).params(parameters).update();
        } catch (RuntimeException | LinkageError e) {
            failed(e);
        }
    }

    private Optional<Snapshot> sound(SnapshotRow row) {
        Optional<Snapshot> snapshot = row.snapshot(revision);
        if (snapshot.isEmpty()) {
            LOG.warn("a snapshot of a {} is damaged and thrown away", kind(row.stream()));
            delete(row.stream());
        }
        return snapshot;
    }

    /** What may stand in the server's log: the rest may be somebody's telephone number. */
    private static String kind(String stream) {
        return stream.substring(0, Math.max(0, stream.indexOf('-')));
    }

    private void failed(Throwable why) {
        if (database == null) {
            return;
        }
        if (SqliteErrors.areOfTheContent(why)) {
            LOG.warn(
                    "the snapshots in {} are thrown away, until the next start there are none: {}",
                    file,
                    why.toString());
            throwAway();
        } else if (hasFailed.compareAndSet(false, true)) {
            LOG.warn("a snapshot in {} cannot be read or written now; this is said once: {}", file, why.toString());
        }
    }

    /** What is there, or else a new one. */
    private @Nullable SqliteDatabase opened() {
        try {
            SqliteDatabase existing = open();
            if (existing != null) {
                return existing;
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the snapshots in {} are thrown away: {}", file, e.toString());
        }
        delete();
        try {
            return open();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("there are no snapshots in {} until the next start: {}", file, e.toString());
            return null;
        }
    }

    /** None when other code has made what is in it. */
    private @Nullable SqliteDatabase open() {
        SqliteDatabase opened = new SqliteDatabase(file, Durability.EVENTUALLY);
        boolean serves = false;
        try {
            JdbcClient writer = JdbcClient.create(opened.writer());
            writer.sql(TABLE).update();
            if (writer.sql("select exists (select 1 from snapshot where revision is not ?)")
                    .param(revision)
                    .query(Boolean.class)
                    .single()) {
                return null;
            }
            streams.clear();
            streams.addAll(writer.sql("select stream from snapshot")
                    .query(String.class)
                    .list());
            serves = true;
            return opened;
        } finally {
            if (!serves) {
                opened.close();
            }
        }
    }

    private void delete() {
        for (String suffix : List.of("-wal", "-shm", "")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                LOG.warn("snapshots that are of no use cannot be deleted: {}", e.toString());
            }
        }
    }
}
