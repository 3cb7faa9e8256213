package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.LogContract;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.postgres.AppendConnection;
import dev.patchbay.server.postgres.Continuity;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import dev.patchbay.server.postgres.PostgresDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What a log in an Axon Server keeps to. */
abstract class AxonServerLogContract extends LogContract {

    private final EmbeddedDatabase embedded = EmbeddedDatabases.create();
    private final PostgresDatabase database = embedded.open();
    private final AtomicInteger losses = new AtomicInteger();
    private @Nullable AxonServer server;

    @TempDir
    private Path directory;

    /** Where the server is, which has no events. */
    protected abstract String address();

    @Override
    protected LogStore store() throws SQLException {
        return new AxonServerLogStore(
                new AppendConnection(database),
                server(),
                new Continuity(losses::incrementAndGet),
                LogTables.in(database),
                new RecentEvents());
    }

    @Override
    protected DataSource stored() {
        return Mirror.of(reader(), directory);
    }

    /** The database beside it. */
    protected PostgresDatabase database() {
        return database;
    }

    /** The same, whatever the server does with it. */
    protected DataSource connections() {
        return embedded.connections();
    }

    /** How often it was told that the log has lost its end. */
    protected AtomicInteger losses() {
        return losses;
    }

    protected AxonServer server() {
        AxonServer known = server;
        if (known == null) {
            known = AxonServer.answering(new AxonServerSettings(address(), ""));
            server = known;
        }
        return known;
    }

    protected LogReader reader() {
        return new AxonServerReader(server(), new RecentEvents(), () -> server().end());
    }

    @AfterEach
    void closeDatabase() {
        log.close();
        server().close();
        database.close();
    }
}
