package dev.patchbay.server.axonserver;

import dev.patchbay.query.Head;
import dev.patchbay.server.ConditionalOnStore;
import dev.patchbay.server.ServerSettings.Store;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.postgres.AppendConnection;
import dev.patchbay.server.postgres.Continuity;
import dev.patchbay.server.postgres.Notices;
import dev.patchbay.server.postgres.PostgresDatabase;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store that processes share: the log in an Axon Server, beside the database that they share anyway. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStore(Store.AXON_SERVER)
class AxonServerConfiguration {

    @Bean
    AxonServer axonServerConnection(AxonServerSettings settings) {
        return AxonServer.answering(settings);
    }

    @Bean
    RecentEvents recentEvents() {
        return new RecentEvents();
    }

    @Bean
    Log log(PostgresDatabase database, AxonServer server, Continuity continuity, RecentEvents recent)
            throws SQLException {
        LogTables tables = LogTables.in(database);
        return new Log(new AxonServerLogStore(new AppendConnection(database), server, continuity, tables, recent));
    }

    @Bean
    LogReader logReader(AxonServer server, RecentEvents recent, Log log) {
        return new AxonServerReader(server, recent, log::head);
    }

    @Bean
    Head head(AxonServer server, Log log, Continuity continuity) {
        return new AxonServerHead(server, log, continuity);
    }

    @Bean
    AxonServerFollower axonServerFollower(AxonServer server, Log log, RecentEvents recent) {
        return new AxonServerFollower(server, log, recent);
    }

    @Bean
    AxonServerWatch axonServerWatch(AxonServer server, AxonServerFollower follower, Log log, Continuity continuity) {
        return new AxonServerWatch(server, follower, log, continuity);
    }

    /** What the database was told is less than what Axon Server has only when somebody has died in the middle of an append. */
    @Bean
    Notices.LookUp noted() {
        return connection -> LogTables.end(connection).position();
    }

    @Bean
    AxonServerHealth axonServer(AxonServer server) {
        return new AxonServerHealth(server);
    }
}
