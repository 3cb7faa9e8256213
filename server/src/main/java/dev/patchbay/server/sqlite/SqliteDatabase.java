package dev.patchbay.server.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One database file: exactly one connection writes, others read what is committed. */
public final class SqliteDatabase implements AutoCloseable {

    private static final int READERS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    /** When a commit has reached the disk. */
    public enum Durability {
        /** Before it is acknowledged: it survives a power cut. */
        EVERY_COMMIT(SQLiteConfig.SynchronousMode.FULL),
        /** A little later: a power cut may take back the last commits, never break the file. */
        EVENTUALLY(SQLiteConfig.SynchronousMode.NORMAL);

        private final SQLiteConfig.SynchronousMode mode;

        Durability(SQLiteConfig.SynchronousMode mode) {
            this.mode = mode;
        }
    }

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    public SqliteDatabase(Path file, Durability durability) {
        SQLiteConfig writing = new SQLiteConfig();
        writing.setJournalMode(SQLiteConfig.JournalMode.WAL);
        writing.setSynchronous(durability.mode);
        writing.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        writing.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        writing.setGetGeneratedKeys(false);
        this.writer = pool(file, writing, 1);

        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        reading.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        this.readers = pool(file, reading, READERS);
    }

    /** The only connection that writes. */
    public DataSource writer() {
        return writer;
    }

    /** Connections that see what is committed. */
    public DataSource readers() {
        return readers;
    }

    /** Whether somebody holds a connection. */
    boolean isInUse() {
        return Stream.of(writer, readers)
                .anyMatch(pool -> pool.getHikariPoolMXBean().getActiveConnections() > 0);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static HikariDataSource pool(Path file, SQLiteConfig config, int size) {
        boolean reading = size > 1;
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(new PreparedOnce(source));
        pool.setPoolName(file.getFileName() + (reading ? "-read" : "-write"));
        pool.setReadOnly(reading);
        pool.setExceptionOverrideClassName(BrokenConnections.class.getName());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(BUSY_TIMEOUT_MILLIS);
        return new HikariDataSource(pool);
    }
}
