package dev.patchbay.server;

import dev.patchbay.server.axonserver.TestAxonServer;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Which store the servers of a test run on: {@code -Dpatchbay.test.store=postgres} gives each data directory a database of its own in
 * a real PostgreSQL, {@code -Dpatchbay.test.store=axon-server} one data directory after the other the Axon Server that
 * {@link TestAxonServer} knows, beside such a database, and {@code -Dpatchbay.test.store=memory-axon-server} each an Axon Server of its
 * own in memory; otherwise it is SQLite.
 */
public final class TestStore {

    private static final String STORE = System.getProperty("patchbay.test.store", "sqlite");

    /** The beginning of the setting that says what a process does. */
    public static final String ROLES = "patchbay.roles=";

    private static final boolean APART =
            System.getProperty("patchbay.test.roles", "together").equals("apart");

    private TestStore() {}

    /** What the processes of a server on a data directory do, in the order of their start, and where each has its files. */
    static Map<String, Path> roles(Path dataDirectory, String... wanted) {
        Optional<String> named = Stream.of(wanted)
                .filter(setting -> setting.startsWith(ROLES))
                .map(setting -> setting.substring(ROLES.length()))
                .findFirst();
        if (named.isPresent()
                || !APART
                || Stream.of(wanted).anyMatch(setting -> setting.startsWith("patchbay.store="))) {
            return Map.of(named.orElse("command,query,api"), dataDirectory);
        }
        Map<String, Path> roles = new LinkedHashMap<>();
        roles.put("command", dataDirectory.resolve("command"));
        roles.put("query", dataDirectory);
        roles.put("api", dataDirectory.resolve("api"));
        return roles;
    }

    /** With what a server on a data directory is started that a test wants to have these settings. */
    static List<String> settings(Path dataDirectory, String... wanted) {
        List<String> settings = new ArrayList<>(List.of(wanted));
        if (settings.stream().anyMatch(setting -> setting.startsWith("patchbay.store="))) {
            return settings;
        }
        switch (STORE) {
            case "postgres" ->
                settings.addAll(EmbeddedDatabases.of(dataDirectory).settings());
            case "axon-server" -> besideDatabase(settings, dataDirectory, TestAxonServer.settings(dataDirectory));
            case "memory-axon-server" ->
                besideDatabase(settings, dataDirectory, TestAxonServer.settingsInMemory(dataDirectory));
            default -> {
                // The default of the server.
            }
        }
        return settings;
    }

    private static void besideDatabase(List<String> settings, Path dataDirectory, List<String> ofAxonServer) {
        settings.addAll(EmbeddedDatabases.of(dataDirectory).settings());
        settings.removeIf(setting -> setting.startsWith("patchbay.store="));
        settings.addAll(ofAxonServer);
    }

    /**
     * Whether one server may serve the tests of several classes: not where its log is copied at every look, or emptied as soon as
     * another server starts.
     */
    public static boolean sharesServers() {
        return !STORE.endsWith("axon-server");
    }

    /** The tables of the log. */
    public static DataSource log(Path dataDirectory) {
        if (STORE.equals("postgres")) {
            return EmbeddedDatabases.of(dataDirectory).connections();
        }
        if (STORE.equals("axon-server")) {
            return TestAxonServer.log(dataDirectory);
        }
        if (STORE.equals("memory-axon-server")) {
            return TestAxonServer.logInMemory(dataDirectory);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + dataDirectory.resolve("events.db"));
        return source;
    }
}
