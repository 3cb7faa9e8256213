package dev.patchbay.server.fault;

import dev.patchbay.server.Client;
import dev.patchbay.server.Rush;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.axonserver.TestAxonServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Processes that serve one log, and what they need. */
final class Deployment implements AutoCloseable {

    private static final int OF_EACH_PART = 2;

    private final String name;
    private final Path directory;
    private final List<Node> nodes;
    private final @Nullable Database database;
    private final List<List<Cable>> cables;
    private final Log log;

    /**
     * What is served.
     *
     * @param store what {@code copy-log} calls the place where it is
     * @param variables what {@code copy-log} needs to know besides
     * @param tables the log as it is when they are asked for
     */
    record Log(String store, Map<String, String> variables, Supplier<DataSource> tables) {}

    private Deployment(
            String name,
            Path directory,
            List<Node> nodes,
            @Nullable Database database,
            List<List<Cable>> cables,
            Log log) {
        this.name = name;
        this.directory = directory;
        this.nodes = nodes;
        this.database = database;
        this.cables = cables;
        this.log = log;
    }

    /** One process. */
    static Deployment sqlite(Path directory) {
        Path data = directory.resolve("data");
        Node node = new Node("server", Part.WHOLE, data, List.of("patchbay.store=sqlite"));
        Log log = new Log("sqlite:" + data, Map.of(), () -> sqliteLog(data));
        return new Deployment("SQLite", directory, List.of(node), null, List.of(), log);
    }

    /** Two processes. */
    static Deployment postgres(Path directory) throws IOException {
        Database database = new Database(directory.resolve("postgres"));
        List<Node> nodes = new ArrayList<>();
        for (String user : List.of("server_0", "server_1")) {
            List<String> settings = new ArrayList<>(database.settings(user));
            settings.add("patchbay.store=postgres");
            nodes.add(new Node(user, Part.WHOLE, directory.resolve(user), settings));
        }
        Log log = new Log(
                "postgres:" + database.address(),
                Map.of("PATCHBAY_POSTGRES_USER", Database.OWNER),
                database::connections);
        return new Deployment("PostgreSQL", directory, nodes, database, List.of(database.cables()), log);
    }

    /** Two processes for each part of the work, on the Axon Server that is named for tests, or on one in memory. */
    static Deployment axonServer(Path directory, String name, List<Part> parts) throws IOException {
        String address = TestAxonServer.address(directory);
        URI axonServer = URI.create("axon://" + address);
        Database database = new Database(directory.resolve("postgres"));
        List<Node> nodes = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (Part part : parts) {
            for (int i = 0; i < OF_EACH_PART; i++) {
                String user = part.name().toLowerCase(Locale.ROOT) + "_" + i;
                Cable cable = new Cable(axonServer.getHost(), axonServer.getPort());
                cables.add(cable);
                List<String> settings = new ArrayList<>(database.settings(user));
                settings.add("patchbay.store=axon-server");
                settings.add("patchbay.axon.server.address=localhost:" + cable.port());
                nodes.add(new Node(user, part, directory.resolve(user), settings));
            }
        }
        Map<String, String> variables = Map.of(
                "PATCHBAY_POSTGRES_USER",
                Database.OWNER,
                "PATCHBAY_POSTGRES_URL",
                "jdbc:postgresql:" + database.address());
        Log log = new Log("axon-server://" + address, variables, () -> TestAxonServer.logAt(address, directory));
        return new Deployment(name, directory, nodes, database, List.of(database.cables(), cables), log);
    }

    /** The log in a data directory, which may be in use. */
    static DataSource sqliteLog(Path data) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + data.resolve("events.db"));
        return source;
    }

    /** Returns when all of its processes are ready, also those that had ended. */
    void start() {
        List<Node> ended = nodes.stream().filter(node -> !node.isAlive()).toList();
        List<Node> unused = Rush.of(ended.size(), i -> {
            ended.get(i).start();
            return ended.get(i);
        });
    }

    Path directory() {
        return directory;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Those that do this, whatever else they do. */
    List<Node> nodes(Role role) {
        return nodes.stream().filter(node -> node.part().does(role)).toList();
    }

    /** Into which parts the work is divided. */
    List<Part> parts() {
        return nodes.stream().map(Node::part).distinct().toList();
    }

    /** Of one of the processes that clients talk to. */
    Client client(int number) {
        List<Node> doors = nodes(Role.API);
        return doors.get(number % doors.size()).client();
    }

    Optional<Database> database() {
        return Optional.ofNullable(database);
    }

    /** What its processes are connected by to one thing and to another, each by one. */
    List<List<Cable>> cables() {
        return cables;
    }

    Log log() {
        return log;
    }

    /** All that is in the log now. */
    List<Fact> facts() {
        return Fact.of(log.tables().get());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::kill);
        for (List<Cable> several : cables) {
            for (Cable cable : several) {
                cable.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
