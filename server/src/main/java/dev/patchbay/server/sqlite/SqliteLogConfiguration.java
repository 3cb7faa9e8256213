package dev.patchbay.server.sqlite;

import dev.patchbay.command.CountedNumbers;
import dev.patchbay.command.Numbers;
import dev.patchbay.query.Head;
import dev.patchbay.server.ConditionalOnStore;
import dev.patchbay.server.Duty;
import dev.patchbay.server.Entrance;
import dev.patchbay.server.ServerSettings.Store;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.SqlLogReader;
import dev.patchbay.server.store.PrivateDatabase;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded store: the log and what is private, each in a file of its own beside the views. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStore(Store.SQLITE)
class SqliteLogConfiguration {

    @Bean
    SqliteDatabase eventsDatabase(DataDirectory directory) {
        return SqliteFiles.events(directory);
    }

    @Bean
    SqliteDatabase privateDatabase(DataDirectory directory) {
        return SqliteFiles.secrets(directory);
    }

    @Bean
    RecentEvents recentEvents() {
        return new RecentEvents();
    }

    @Bean
    Log log(@Qualifier("eventsDatabase") SqliteDatabase events, RecentEvents recent) throws SQLException {
        return new Log(new SqliteLogStore(events.writer(), recent));
    }

    @Bean
    LogReader logReader(@Qualifier("eventsDatabase") SqliteDatabase events, RecentEvents recent) {
        return new SqlLogReader(events.readers(), recent);
    }

    @Bean
    PrivateDatabase privateTables(@Qualifier("privateDatabase") SqliteDatabase secrets) {
        return new PrivateDatabase(secrets.writer(), secrets.readers());
    }

    @Bean
    Head head(Log log) {
        return log::head;
    }

    @Bean
    Numbers numbers() {
        return new CountedNumbers();
    }

    @Bean
    Duty duty() {
        return Duty.ALONE;
    }

    @Bean
    Entrance entrance() {
        return Entrance.FREE;
    }
}
