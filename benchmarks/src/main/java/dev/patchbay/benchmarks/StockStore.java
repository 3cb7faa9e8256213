package dev.patchbay.benchmarks;

import dev.patchbay.benchmarks.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of Axon's stock stores behind the same endpoint.
 *
 * @param engine {@code jdbc} or {@code jpa}
 */
record StockStore(String engine, Database database, PostgreSql postgreSql) implements Contestant {

    private static final Pattern EVENTS = Pattern.compile("\"events\":(\\d+)");
    private static final Pattern SHOWN = Pattern.compile("\"shown\":(\\d+)");

    /** What the tables are in. */
    enum Database {
        SQLITE("SQLite", Durability.SQLITE),
        H2("H2", Durability.H2),
        POSTGRESQL("PostgreSQL", Durability.POSTGRESQL);

        private final String text;
        private final Durability durability;

        Database(String text, Durability durability) {
            this.text = text;
            this.durability = durability;
        }
    }

    /** The fastest of them all is looked for, so none is left out. */
    static List<Contestant> all(PostgreSql postgreSql) {
        return List.of(
                new StockStore("jdbc", Database.SQLITE, postgreSql),
                new StockStore("jdbc", Database.H2, postgreSql),
                new StockStore("jdbc", Database.POSTGRESQL, postgreSql),
                new StockStore("jpa", Database.SQLITE, postgreSql),
                new StockStore("jpa", Database.H2, postgreSql),
                new StockStore("jpa", Database.POSTGRESQL, postgreSql));
    }

    @Override
    public String name() {
        return "Axon " + engine.toUpperCase(Locale.ROOT) + ", " + database.text;
    }

    @Override
    public Durability durability() {
        return database.durability;
    }

    @Override
    public boolean isStock() {
        return true;
    }

    @Override
    public Server start(Path directory) throws IOException {
        return Server.start(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        "--spring.profiles.active=" + engine + ","
                                + database.name().toLowerCase(Locale.ROOT),
                        "--spring.datasource.url=" + url(directory)),
                Map.of("AXONIQ_UPDATE_CHECKER_DISABLED", "true"));
    }

    /** It knows no keys. */
    @Override
    public Account account(Server server) {
        return new Account(server.address(), "none");
    }

    @Override
    public Stored stored(Account account) throws IOException {
        String answer = account.send(Request.get("/stored", account.key()));
        return new Stored(Long.parseLong(Account.find(EVENTS, answer)), Long.parseLong(Account.find(SHOWN, answer)));
    }

    private String url(Path directory) throws IOException {
        Path files = Files.createDirectories(directory).resolve("events");
        return switch (database) {
            case SQLITE -> "jdbc:sqlite:" + files + ".db?journal_mode=WAL&synchronous=FULL";
            case H2 -> "jdbc:h2:file:" + files + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
            case POSTGRESQL -> postgreSql.createDatabase();
        };
    }
}
