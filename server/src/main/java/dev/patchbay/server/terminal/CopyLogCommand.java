package dev.patchbay.server.terminal;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.patchbay.server.axonserver.AxonServerTables;
import dev.patchbay.server.copy.LogCopy;
import dev.patchbay.server.copy.Tables;
import dev.patchbay.server.postgres.PostgresTables;
import dev.patchbay.server.sqlite.SqliteTables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Carries the log from one store to another, while no server uses them. */
@Command(
        name = "copy-log",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Carries the whole log, and what is private, from one store to another, and compares the two. Servers of both must be"
                    + " stopped. A copy that broke off goes on when it is asked for again. Afterwards servers on the other store"
                    + " answer the same.",
            "A store is sqlite:DIR, postgres://HOST:PORT/DATABASE or axon-server://HOST:PORT; user and password of a database are"
                    + " those in PATCHBAY_POSTGRES_USER and PATCHBAY_POSTGRES_PASSWORD. What goes with a log in an Axon Server is in"
                    + " the database of PATCHBAY_POSTGRES_URL; PATCHBAY_AXON_SERVER_TOKEN lets in there."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:both stores have the same log",
            "1:something broke, or the other store has another log",
            "2:the command is not understood",
        })
final class CopyLogCommand implements Callable<Integer> {
    private static final String SQLITE = "sqlite:";
    private static final String POSTGRES = "postgres:";
    private static final String AXON_SERVER = "axon-server://";
    private static final String USUAL_DATABASE = "jdbc:postgresql://localhost:5432/patchbay";

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "STORE", required = true, description = "Where the log is.")
    private String from = "";

    @Option(names = "--to", paramLabel = "STORE", required = true, description = "Where it shall be.")
    private String to = "";

    @Option(names = "--json", description = "Say what was copied in JSON; show no progress.")
    private boolean json;

    CopyLogCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (from.equals(to)) {
            throw Failure.misused("--from and --to are the same store");
        }
        long position;
        try (Tables source = opened(from, true);
                Tables target = opened(to, false);
                Progress progress = Progress.of("copy-log", "events", 1, !json)) {
            position = new LogCopy(source, target, (what, done, total) -> progress.show(done, total)).run();
        } catch (SQLException
                | IOException
                | DataAccessException
                | EventStoreException
                | IllegalArgumentException
                | IllegalStateException
                | PoolInitializationException
                | LogCopy.Mismatch e) {
            throw Failure.uncopied(e);
        }
        tell(position);
        return 0;
    }

    private Tables opened(String store, boolean isThere) throws IOException, SQLException {
        if (store.startsWith(SQLITE) && store.length() > SQLITE.length()) {
            Path directory = Path.of(store.substring(SQLITE.length()));
            return isThere ? SqliteTables.existing(directory) : SqliteTables.in(directory);
        }
        String user = environment.getOrDefault("PATCHBAY_POSTGRES_USER", "");
        String password = environment.getOrDefault("PATCHBAY_POSTGRES_PASSWORD", "");
        if (store.startsWith(AXON_SERVER) && store.length() > AXON_SERVER.length()) {
            String address = store.substring(AXON_SERVER.length());
            String token = environment.getOrDefault("PATCHBAY_AXON_SERVER_TOKEN", "");
            String url = environment.getOrDefault("PATCHBAY_POSTGRES_URL", USUAL_DATABASE);
            return isThere
                    ? AxonServerTables.existing(address, token, PostgresTables.existingBeside(url, user, password))
                    : AxonServerTables.in(address, token, PostgresTables.beside(url, user, password));
        }
        if (store.startsWith(POSTGRES + "//")) {
            String url = "jdbc:postgresql:" + store.substring(POSTGRES.length());
            return isThere ? PostgresTables.existing(url, user, password) : PostgresTables.in(url, user, password);
        }
        throw Failure.misused("A store is sqlite:DIR, postgres://HOST:PORT/DATABASE or axon-server://HOST:PORT");
    }

    private void tell(long position) {
        String said = json
                ? JsonMapper.shared().writeValueAsString(Map.of("to", named(to), "position", position))
                : named(to) + " has all up to position " + position;
        spec.commandLine().getOut().println(said);
        spec.commandLine().getOut().flush();
    }

    /** Without parameters, of which one may be a password. */
    private static String named(String store) {
        int parameters = store.indexOf('?');
        return parameters < 0 ? store : store.substring(0, parameters);
    }
}
