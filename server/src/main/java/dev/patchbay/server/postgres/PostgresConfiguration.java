package dev.patchbay.server.postgres;

import dev.patchbay.command.Numbers;
import dev.patchbay.query.Head;
import dev.patchbay.server.Entrance;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogReader;
import dev.patchbay.server.log.SqlLogReader;
import dev.patchbay.server.sqlite.DataDirectory;
import dev.patchbay.server.sqlite.ServedViews;
import dev.patchbay.server.store.PrivateDatabase;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store that processes share: the log and what is private in a PostgreSQL database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "patchbay.store", havingValue = "postgres")
class PostgresConfiguration {

    @Bean
    PostgresDatabase sharedDatabase(PostgresSettings settings) throws SQLException {
        PostgresDatabase database = new PostgresDatabase(settings);
        PostgresSchema.create(database);
        return database;
    }

    /** Whose process must be started again has a liveness that says so, and views that are not opened again. */
    @Bean
    Continuity continuity(DataDirectory directory, ApplicationEventPublisher publisher) {
        return new Continuity(() -> {
            ServedViews.distrust(directory);
            AvailabilityChangeEvent.publish(publisher, PostgresConfiguration.class, LivenessState.BROKEN);
        });
    }

    @Bean
    Log log(PostgresDatabase database, Continuity continuity) throws SQLException {
        return new Log(new PostgresLogStore(database, continuity, Notices.channel(database)));
    }

    @Bean
    LogReader logReader(PostgresDatabase database) {
        return new SqlLogReader(database.pool());
    }

    @Bean
    PrivateDatabase privateTables(PostgresDatabase database) {
        return new PrivateDatabase(database.pool(), database.pool());
    }

    @Bean
    Head head(PostgresDatabase database, Log log, Continuity continuity, Notices notices) {
        return new SharedHead(database, log, continuity, notices::areMissing);
    }

    @Bean
    Numbers numbers(PostgresDatabase database) {
        return new PostgresNumbers(database.pool());
    }

    @Bean
    Notices notices(PostgresDatabase database, Log log, Continuity continuity) throws SQLException {
        return new Notices(database, log, continuity, Notices.channel(database));
    }

    @Bean
    PostgresHealth postgres(Notices notices) {
        return new PostgresHealth(notices);
    }

    @Bean
    Entrance entrance(PostgresDatabase database) {
        return new PostgresEntrance(database);
    }
}
