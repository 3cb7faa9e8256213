package dev.patchbay.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of its own, which keeps its promises: the embedded one comes without syncs. */
final class PostgreSql implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Below that directory, on the disk that all others write to. */
    static PostgreSql start(Path directory) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.resolve("postgresql").toFile())
                .setDataDirectory(directory.resolve("postgresql-data"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setRegisterShutdownHook(false)
                .start();
        PostgreSql postgreSql = new PostgreSql(server);
        Scratch.first(postgreSql::stop);
        postgreSql.require("fsync");
        postgreSql.require("synchronous_commit");
        postgreSql.require("full_page_writes");
        return postgreSql;
    }

    /** Answers the URL of an empty one. */
    String createDatabase() throws IOException {
        String name = "peer_" + databases.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return server.getJdbcUrl(USER, name);
    }

    String version() throws IOException {
        return ask("show server_version");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void stop() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(String setting) throws IOException {
        String value = ask("show " + setting);
        if (!value.equals("on")) {
            throw new IOException("PostgreSQL has " + setting + " = " + value);
        }
    }

    private String ask(String question) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
