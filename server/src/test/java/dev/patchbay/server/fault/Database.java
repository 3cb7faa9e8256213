package dev.patchbay.server.fault;

import dev.patchbay.server.HeldPort;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL of its own that can be ended in every way, and the cables by which processes reach it. */
final class Database implements AutoCloseable {

    /** Who may do everything there. */
    static final String OWNER = "postgres";

    private static final String NAME = "postgres";

    /** Which connection holds a lock: it is that of who is on duty, when nobody starts. */
    private static final String ON_DUTY = """
            select usename from pg_stat_activity where pid = (
                select pid from pg_locks where locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database()))""";

    private final Path directory;
    /** Held while it is down, so that it can start again. */
    private final HeldPort port = new HeldPort();

    private final List<Cable> cables = new ArrayList<>();
    private EmbeddedPostgres postgres;

    Database(Path directory) throws IOException {
        this.directory = directory;
        this.postgres = started();
    }

    /** With what a process is started that connects as this user, by a cable of its own. */
    List<String> settings(String user) throws IOException {
        int unused = sql("create role " + user + " superuser login").update();
        Cable cable = new Cable("localhost", port.number());
        cables.add(cable);
        return List.of(
                "patchbay.postgres.url=jdbc:postgresql:" + address(cable.port()), "patchbay.postgres.user=" + user);
    }

    /** Where it is, without a cable. */
    String address() {
        return address(port.number());
    }

    /** One for each process. */
    List<Cable> cables() {
        return List.copyOf(cables);
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

    /** Sends the first of its processes a signal, and returns when all have ended. */
    void end(Signal signal) throws IOException, InterruptedException {
        List<ProcessHandle> ending = processes();
        signal.to(ending.getFirst().pid());
        try {
            for (ProcessHandle process : ending) {
                ProcessHandle unused = process.onExit().get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL does not end", e);
        }
    }

    /** All of its processes, the first one first; none when that is dead. */
    List<ProcessHandle> processes() throws IOException {
        return postmaster().stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }

    /** Starts it again on the same files. */
    void start() throws IOException {
        postgres.close();
        postgres = started();
    }

    @Override
    public void close() throws IOException {
        for (Cable cable : cables) {
            cable.close();
        }
        postgres.close();
        port.close();
    }

    private static String address(int port) {
        return "//localhost:" + port + "/" + NAME;
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = directory.resolve("postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedDatabases.server(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .start();
    }
}
