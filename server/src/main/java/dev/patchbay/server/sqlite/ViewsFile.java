package dev.patchbay.server.sqlite;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.patchbay.query.Schema;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views can always be built again from the log, so a file that does not fit it is thrown away. */
final class ViewsFile {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsFile.class);

    private final Path file;
    private final SqliteLog log;

    ViewsFile(DataDirectory directory, SqliteLog log) {
        this.file = directory.file("views.db");
        this.log = log;
    }

    SqliteDatabase open() {
        return existing().orElseGet(this::fresh);
    }

    private Optional<SqliteDatabase> existing() {
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
        delete("");
        delete("-wal");
        delete("-shm");
        SqliteDatabase views = new SqliteDatabase(file, Durability.EVENTUALLY);
        Schema.create(views.writer());
        return views;
    }

    private boolean fits(SqliteDatabase views) {
        try {
            if (!has(views, "view_schema")) {
                Schema.create(views.writer());
            }
            return Schema.versionOf(views.writer()).orElse(0) == Schema.VERSION && position(views) <= log.head();
        } catch (DataAccessException e) {
            LOG.warn("the views cannot be read: {}", e.getMessage());
            return false;
        }
    }

    /** Where the stored token stands: beyond the log's end when an older copy of the log was put in place. */
    private static long position(SqliteDatabase views) {
        if (!has(views, "TokenEntry")) {
            return 0;
        }
        return JdbcClient.create(views.writer())
                .sql("""
                        select json_extract(cast(token as text), '$.globalIndex') from TokenEntry
                        where processorName = 'views'""")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static boolean has(SqliteDatabase views, String table) {
        return JdbcClient.create(views.writer())
                .sql("select exists (select 1 from sqlite_master where name = ?)")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private void delete(String suffix) {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        } catch (IOException e) {
            throw new UncheckedIOException("the views cannot be built anew", e);
        }
    }
}
