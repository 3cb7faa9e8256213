package dev.patchbay.server.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL of its own that can be ended in every way, and the cable by which processes reach it. */
final class Database implements AutoCloseable {

    private static final String NAME = "postgres";

    /** Which connection holds a lock: it is that of who is on duty, when nobody starts. */
    private static final String ON_DUTY = """
            select usename from pg_stat_activity where pid = (
                select pid from pg_locks where locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database()))""";

    private final Path directory;
    private final int port;
    private final Cable cable;
    private EmbeddedPostgres postgres;

    Database(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.postgres = started();
        this.cable = new Cable("localhost", port);
    }

    /** With what a process is started that connects as this user. */
    List<String> settings(String user) {
        int unused = sql("create role " + user + " superuser login").update();
        return List.of(
                "patchbay.store=postgres",
                "patchbay.postgres.url=jdbc:postgresql://localhost:" + cable.port() + "/" + NAME,
                "patchbay.postgres.user=" + user);
    }

    /** Directly, not by the cable. */
    String url() {
        return "postgres://localhost:" + port + "/" + NAME;
    }

    Cable cable() {
        return cable;
    }

    DataSource connections() {
        return postgres.getPostgresDatabase();
    }

    JdbcClient.StatementSpec sql(String text) {
        return JdbcClient.create(connections()).sql(text);
    }

    /** As whom the process connects that is on duty. */
    Optional<String> onDuty() {
        return sql(ON_DUTY).query(String.class).optional();
    }

    /** Sends the first of its processes a signal, and returns when that has ended. */
    void end(Signal signal) throws IOException, InterruptedException {
        Path file = directory.resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        signal.to(pid);
        try {
            ProcessHandle unused = postmaster.onExit().get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("PostgreSQL does not end", e);
        }
    }

    /** Starts it again on the same files. */
    void start() throws IOException {
        postgres.close();
        postgres = started();
    }

    @Override
    public void close() throws IOException {
        cable.close();
        postgres.close();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
