package dev.patchbay.server.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A copy of a data directory, made while a server may be at work there. The log is copied as it is at one moment, and first: for
 * every key that it speaks of, the private database has what is private about it by then.
 *
 * @param position of the last event of the copy; 0 when there is none
 */
public record Backup(Path directory, long position) {
    private static final Logger LOGGER = LoggerFactory.getLogger(Backup.class);
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;

    /**
     * Makes the copy beside its place, looks it through, and puts it in place as a whole.
     *
     * @param source a data directory
     * @param target does not exist
     * @throws IOException when there is no log, the target is taken, or a copy cannot be written
     * @throws IllegalStateException when a copy is not sound
     */
    public static Backup make(Path source, Path target) throws IOException {
        for (String file : SqliteFiles.ALL) {
            if (!Files.isRegularFile(source.resolve(file))) {
                throw new IOException("there is no " + file + " in " + source);
            }
        }
        if (Files.exists(target)) {
            throw new IOException(target + " is there already");
        }
        Path parent = Files.createDirectories(
                target.toAbsolutePath().resolveSibling(".").normalize());
        Path begun = Files.createTempDirectory(parent, ".patchbay-backup");
        try {
            for (String file : SqliteFiles.ALL) {
                copy(source.resolve(file), begun.resolve(file));
            }
            forgetRefusals(begun.resolve(SqliteFiles.PRIVATE));
            long position = position(begun.resolve(SqliteFiles.EVENTS));
            for (String file : SqliteFiles.ALL) {
                check(begun.resolve(file));
                force(begun.resolve(file));
            }
            forceDirectory(begun);
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(parent);
            return new Backup(target, position);
        } finally {
            FileSystemUtils.deleteRecursively(begun);
        }
    }

    /** SQLite itself writes what one transaction sees: a file copied byte by byte could be of several moments. */
    private static void copy(Path from, Path to) throws IOException {
        JdbcClient.create(reading(from))
                .sql("vacuum into ?")
                .param(to.toString())
                .update();
    }

    /** They were retained a little later than the log was copied, so some may be of what it does not hold: they are decided anew. */
    private static void forgetRefusals(Path copy) {
        SQLiteDataSource writing = new SQLiteDataSource();
        writing.setUrl("jdbc:sqlite:" + copy);
        JdbcClient.create(writing).sql("delete from retained_answer").update();
    }

    private static void check(Path copy) {
        String verdict = JdbcClient.create(reading(copy))
                .sql("pragma integrity_check(1)")
                .query(String.class)
                .single();
        if (!verdict.equals("ok")) {
            throw new IllegalStateException("the copy of " + copy.getFileName() + " is not sound: " + verdict);
        }
    }

    private static long position(Path log) {
        Ends ends = JdbcClient.create(reading(log))
                .sql("select count(*) as events, coalesce(max(position), 0) as position from event")
                .query(Ends.class)
                .single();
        if (ends.events != ends.position) {
            throw new IllegalStateException(
                    "the log is not whole: " + ends.events + " events up to position " + ends.position);
        }
        return ends.position;
    }

    private static DataSource reading(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void forceDirectory(Path directory) throws IOException {
        try {
            force(directory);
        } catch (AccessDeniedException e) {
            LOGGER.debug("this system opens no directories", e);
        }
    }

    private record Ends(long events, long position) {}
}
