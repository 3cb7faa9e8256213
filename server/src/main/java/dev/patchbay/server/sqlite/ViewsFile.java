package dev.patchbay.server.sqlite;

import dev.patchbay.query.Schema;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        SqliteDatabase views = new SqliteDatabase(file, Durability.EVENTUALLY);
        if (fits(views)) {
            return views;
        }
        LOG.info("the views are built anew from the log");
        views.close();
        delete("");
        delete("-wal");
        delete("-shm");
        SqliteDatabase fresh = new SqliteDatabase(file, Durability.EVENTUALLY);
        Schema.create(fresh.writer());
        return fresh;
    }

    private boolean fits(SqliteDatabase views) {
        try {
            Schema.create(views.writer());
            return Schema.versionOf(views.writer()).orElseThrow() == Schema.VERSION && position(views) <= log.head();
        } catch (DataAccessException e) {
            LOG.warn("the views cannot be read: {}", e.getMessage());
            return false;
        }
    }

    /** Where the stored token stands: beyond the log's end when an older copy of the log was put in place. */
    private static long position(SqliteDatabase views) {
        JdbcClient client = JdbcClient.create(views.writer());
        boolean started = client.sql("select count(*) from sqlite_master where name = 'TokenEntry'")
                        .query(Integer.class)
                        .single()
                > 0;
        if (!started) {
            return 0;
        }
        return client.sql(
                        "select json_extract(cast(token as text), '$.globalIndex') from TokenEntry where processorName = 'views'")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void delete(String suffix) {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        } catch (IOException e) {
            throw new UncheckedIOException("the views cannot be built anew", e);
        }
    }
}
