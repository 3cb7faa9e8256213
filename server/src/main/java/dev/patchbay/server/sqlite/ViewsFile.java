package dev.patchbay.server.sqlite;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.patchbay.query.Schema;
import dev.patchbay.server.log.LogStorageEngine;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views can always be built again from the log, so a file that does not fit it is thrown away. */
final class ViewsFile {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsFile.class);

    private final Path file;
    private final LogStorageEngine log;

    ViewsFile(Path file, LogStorageEngine log) {
        this.file = file;
        this.log = log;
    }

    SqliteDatabase open() {
        return existing().orElseGet(this::fresh);
    }

    /** The views of the file; none when there is none, or it does not fit. */
    Optional<SqliteDatabase> existing() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SqliteDatabase views = new SqliteDatabase(file, Durability.EVENTUALLY);
            if (fits(views)) {
                return Optional.of(views);
            }
            views.close();
        } catch (PoolInitializationException e) {
            LOG.warn("the views cannot be opened: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private SqliteDatabase fresh() {
        LOG.info("the views are built anew from the log");
        delete(file);
        SqliteDatabase views = new SqliteDatabase(file, Durability.EVENTUALLY);
        Schema.create(views.writer());
        return views;
    }

    private boolean fits(SqliteDatabase views) {
        try {
            if (!has(views, "view_schema")) {
                Schema.create(views.writer());
            }
            return Schema.versionOf(views.writer()).orElse(0) == Schema.VERSION
                    && position(views) <= log.head()
                    && isOfThisLog(JdbcClient.create(views.writer()));
        } catch (DataAccessException e) {
            LOG.warn("the views cannot be read: {}", e.getMessage());
            return false;
        }
    }

    /** Whether the last event that is in the views is that of the log: not when another log was put in its place. */
    private boolean isOfThisLog(JdbcClient views) {
        return views.sql("select position, id from recorded_event order by position desc limit 1")
                .query((row, index) -> log.isAt(row.getLong("position"), row.getString("id")))
                .optional()
                .orElse(true);
    }

    /** Where the stored token stands: beyond the log's end when an older copy of the log was put in place. */
    private static long position(SqliteDatabase views) {
        return has(views, "TokenEntry") ? position(JdbcClient.create(views.writer())) : 0;
    }

    /** Where the stored token stands; 0 when nothing was stored yet. */
    static long position(JdbcClient views) {
        return views.sql("""
                        select json_extract(cast(token as text), '$.globalIndex') from TokenEntry
                        where processorName = 'views'""").query(Long.class).optional().orElse(0L);
    }

    private static boolean has(SqliteDatabase views, String table) {
        return JdbcClient.create(views.writer())
                .sql("select exists (select 1 from sqlite_master where name = ?)")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    /** Deletes views that nobody has open, with what SQLite keeps beside them. */
    static void delete(Path file) {
        for (String suffix : List.of("-wal", "-shm", "")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                throw new UncheckedIOException("views that serve no more cannot be deleted", e);
            }
        }
    }
}
