package dev.patchbay.server.postgres;

import dev.patchbay.server.HeldPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL that this process starts when the first test needs it, and databases in it. */
public final class EmbeddedDatabases {

    private static final Map<Path, EmbeddedDatabase> KNOWN = new ConcurrentHashMap<>();

    private EmbeddedDatabases() {}

    /** A database in it. */
    public record EmbeddedDatabase(String name, EmbeddedPostgres postgres) {

        /** With what a server is to be started that uses it. */
        public List<String> settings() {
            return settings("postgres");
        }

        /** The same for a server that connects as this user. */
        public List<String> settings(String user) {
            return List.of(
                    "patchbay.store=postgres", "patchbay.postgres.url=" + url(), "patchbay.postgres.user=" + user);
        }

        PostgresSettings asSettings() {
            return new PostgresSettings(url(), "postgres", "");
        }

        public String url() {
            return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        }

        /** The database with its tables. */
        public PostgresDatabase open() {
            PostgresDatabase database = new PostgresDatabase(asSettings());
            try {
                PostgresSchema.create(database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return database;
        }

        /** The position of the last event of the log in it, 0 when there is none. */
        public long end() {
            return JdbcClient.create(connections())
                    .sql("select coalesce(max(position), 0) from event")
                    .query(Long.class)
                    .single();
        }

        public DataSource connections() {
            return postgres.getDatabase("postgres", name);
        }
    }

    /** A real PostgreSQL that is to listen at a port, and may take its time to do so. */
    public static EmbeddedPostgres.Builder server(HeldPort port) {
        return EmbeddedPostgres.builder().setPort(port.number()).setPGStartupWait(Duration.ofMinutes(2));
    }

    /** A new one. */
    public static EmbeddedDatabase create() {
        EmbeddedPostgres postgres = Server.POSTGRES;
        String name = "test_" + KNOWN.size() + "_" + System.nanoTime();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return new EmbeddedDatabase(name, postgres);
    }

    /** The one for a directory: always the same. */
    public static EmbeddedDatabase of(Path directory) {
        return KNOWN.computeIfAbsent(directory.toAbsolutePath().normalize(), first -> create());
    }

    private static final class Server {
        /** Held as long as this process lives: it takes seconds until PostgreSQL listens there. */
        static final HeldPort PORT = new HeldPort();

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return server(PORT).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
