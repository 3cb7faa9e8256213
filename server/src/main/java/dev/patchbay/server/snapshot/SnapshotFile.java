package dev.patchbay.server.snapshot;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.patchbay.server.sqlite.SqliteDatabase;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import dev.patchbay.shared.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The snapshots of this process on the disk. They follow from the log, so a file that cannot be used is thrown away, and nobody fails
 * by it; there are none on the disk then until the next start.
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
            select stream, sequence, event_id, aggregate, state, revision, digest from snapshot
            where stream = ?""";
    private static final String WRITE = """
            insert or replace into snapshot (stream, sequence, event_id, aggregate, state, revision, digest)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final Path file;
    private final String revision;
    /** Of which there is one, so that nobody looks for others; only this process writes the file. */
    private final Set<String> streams = ConcurrentHashMap.newKeySet();

    private volatile @Nullable SqliteDatabase database;

    private record Row(
            String stream,
            long sequence,
            String eventId,
            String aggregate,
            String state,
            String revision,
            String digest) {}

    /** @param revision that of the code: what other code has written is thrown away */
    SnapshotFile(Path file, String revision) {
        this.file = file;
        this.revision = revision;
        try {
            this.database = opened();
        } catch (DataAccessException | PoolInitializationException e) {
            LOG.warn("the snapshots in {} are thrown away: {}", file, e.getMessage());
            delete();
            this.database = openedAnew();
        }
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
                    .query((row, index) -> new Row(
                            row.getString("stream"),
                            row.getLong("sequence"),
                            row.getString("event_id"),
                            row.getString("aggregate"),
                            row.getString("state"),
                            row.getString("revision"),
                            row.getString("digest")))
                    .optional()
                    .flatMap(this::snapshot);
        } catch (DataAccessException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    /** Puts one in the place of an earlier one. */
    void write(Snapshot snapshot) {
        Row row = row(snapshot);
        change(WRITE, row.stream, row.sequence, row.eventId, row.aggregate, row.state, row.revision, row.digest);
        streams.add(row.stream);
    }

    void delete(String stream) {
        streams.remove(stream);
        change("delete from snapshot where stream = ?", stream);
    }

    @Override
    public synchronized void close() {
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
        } catch (DataAccessException e) {
            giveUp(e);
        }
    }

    private Row row(Snapshot snapshot) {
        String aggregate = snapshot.aggregate().getName();
        return new Row(
                snapshot.stream(),
                snapshot.sequence(),
                snapshot.eventId(),
                aggregate,
                snapshot.state(),
                revision,
                digest(snapshot.stream(), snapshot.sequence(), snapshot.eventId(), aggregate, snapshot.state()));
    }

    private Optional<Snapshot> snapshot(Row row) {
        Class<?> aggregate = aggregate(row.aggregate);
        if (aggregate != null
                && row.digest.equals(digest(row.stream, row.sequence, row.eventId, row.aggregate, row.state))) {
            return Optional.of(new Snapshot(row.stream, row.sequence, row.eventId, aggregate, row.state));
        }
        LOG.warn("the snapshot of {} is damaged and thrown away", row.stream);
        delete(row.stream);
        return Optional.empty();
    }

    private String digest(String stream, long sequence, String eventId, String aggregate, String state) {
        return Texts.digest(String.join("\n", revision, stream, Long.toString(sequence), eventId, aggregate, state));
    }

    private static @Nullable Class<?> aggregate(String name) {
        try {
            Class<?> type = Class.forName(name, false, SnapshotFile.class.getClassLoader());
            return type.isAnnotationPresent(Aggregate.class) ? type : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private synchronized void giveUp(RuntimeException why) {
        SqliteDatabase open = database;
        if (open != null) {
            LOG.warn(
                    "the snapshots in {} are thrown away, until the next start there are none: {}",
                    file,
                    why.getMessage());
            database = null;
            open.close();
            delete();
        }
    }

    private SqliteDatabase opened() {
        SqliteDatabase opened = new SqliteDatabase(file, Durability.EVENTUALLY);
        try {
            JdbcClient writer = JdbcClient.create(opened.writer());
            writer.sql(TABLE).update();
            writer.sql("delete from snapshot where revision <> ?")
                    .param(revision)
                    .update();
            streams.addAll(writer.sql("select stream from snapshot")
                    .query(String.class)
                    .list());
            return opened;
        } catch (DataAccessException e) {
            opened.close();
            throw e;
        }
    }

    private @Nullable SqliteDatabase openedAnew() {
        try {
            return opened();
        } catch (DataAccessException | PoolInitializationException e) {
            LOG.warn("there are no snapshots in {} until the next start: {}", file, e.getMessage());
            return null;
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
