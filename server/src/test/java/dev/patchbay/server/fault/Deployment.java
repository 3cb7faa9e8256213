package dev.patchbay.server.fault;

import dev.patchbay.server.Client;
import dev.patchbay.server.Rush;
import dev.patchbay.server.axonserver.TestAxonServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Processes that serve one log, and what they need. */
final class Deployment implements AutoCloseable {

    private final String name;
    private final Path directory;
    private final List<Node> nodes;
    private final @Nullable Database database;
    private final List<Cable> cables;
    private final Supplier<DataSource> log;

    private Deployment(
            String name,
            Path directory,
            List<Node> nodes,
            @Nullable Database database,
            List<Cable> cables,
            Supplier<DataSource> log) {
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
        Node node = new Node("server", data, List.of("patchbay.store=sqlite"));
        return new Deployment("SQLite", directory, List.of(node), null, List.of(), () -> sqliteLog(data));
    }

    /** Two processes. */
    static Deployment postgres(Path directory) throws IOException {
        Database database = new Database(directory.resolve("postgres"));
        return new Deployment(
                "PostgreSQL",
                directory,
                two(user -> new Node(user, directory.resolve(user), database.settings(user))),
                database,
                List.of(database.cable()),
                database::connections);
    }

    /** Two processes on the Axon Server that {@link TestAxonServer} knows; a test is skipped when there is none. */
    static Deployment axonServer(Path directory) throws IOException {
        List<String> direct = TestAxonServer.settings(directory);
        String prefix = "patchbay.axon.server.address=";
        URI address = URI.create("axon://"
                + direct.stream()
                        .filter(setting -> setting.startsWith(prefix))
                        .findFirst()
                        .orElseThrow()
                        .substring(prefix.length()));
        Database database = new Database(directory.resolve("postgres"));
        Cable cable = new Cable(address.getHost(), address.getPort());
        return new Deployment(
                "Axon Server",
                directory,
                two(user -> {
                    List<String> settings = new ArrayList<>(database.settings(user));
                    settings.remove("patchbay.store=postgres");
                    settings.add("patchbay.store=axon-server");
                    settings.add(prefix + "localhost:" + cable.port());
                    return new Node(user, directory.resolve(user), settings);
                }),
                database,
                List.of(database.cable(), cable),
                () -> TestAxonServer.log(directory));
    }

    /** The log in a data directory, which may be in use. */
    static DataSource sqliteLog(Path data) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + data.resolve("events.db"));
        return source;
    }

    private static List<Node> two(java.util.function.Function<String, Node> node) {
        return Stream.of("server_0", "server_1").map(node).toList();
    }

    /** Returns when all of its processes are ready. */
    void start() {
        List<Node> unused = Rush.of(nodes.size(), i -> {
            nodes.get(i).start();
            return nodes.get(i);
        });
    }

    Path directory() {
        return directory;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node any(Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** One of the processes that clients talk to. */
    Client client(int number) {
        return nodes.get(number % nodes.size()).client();
    }

    Optional<Database> database() {
        return Optional.ofNullable(database);
    }

    /** What its processes are connected by. */
    List<Cable> cables() {
        return cables;
    }

    DataSource log() {
        return log.get();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::kill);
        for (Cable cable : cables) {
            cable.close();
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
