package dev.patchbay.server.postgres;

import dev.patchbay.query.Head;
import dev.patchbay.server.ConditionalOnStore;
import dev.patchbay.server.ServerSettings.Store;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.SqlLogReader;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store that processes share: the log in the database too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStore(Store.POSTGRES)
class PostgresLogConfiguration {

    @Bean
    RecentEvents recentEvents() {
        return new RecentEvents();
    }

    @Bean
    Log log(PostgresDatabase database, Continuity continuity, RecentEvents recent) throws SQLException {
        PostgresSchema.requireLog(database);
        return new Log(new PostgresLogStore(database, continuity, Notices.channel(database), recent));
    }

    @Bean
    LogReader logReader(PostgresDatabase database, RecentEvents recent) {
        return new SqlLogReader(database.pool(), recent);
    }

    @Bean
    Head head(PostgresDatabase database, Log log, Continuity continuity, Notices notices) {
        return new SharedHead(database, log, continuity, notices::areMissing);
    }

    @Bean
    Notices.LookUp endOfTable(Continuity continuity) {
        return connection -> continuity.end(Continuity.in(connection)).position();
    }
}
