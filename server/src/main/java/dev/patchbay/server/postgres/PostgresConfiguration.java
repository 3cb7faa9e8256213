package dev.patchbay.server.postgres;

import dev.patchbay.command.Numbers;
import dev.patchbay.server.ConditionalOnStore;
import dev.patchbay.server.Entrance;
import dev.patchbay.server.ServerSettings;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.ServerSettings.Store;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.Snapshots;
import dev.patchbay.server.sqlite.DataDirectory;
import dev.patchbay.server.sqlite.ServedViews;
import dev.patchbay.server.store.PrivateDatabase;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What processes that share a log need of a PostgreSQL database, wherever the log is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStore({Store.POSTGRES, Store.AXON_SERVER})
class PostgresConfiguration {

    @Bean
    PostgresDatabase sharedDatabase(PostgresSettings settings) throws SQLException {
        PostgresDatabase database = new PostgresDatabase(settings);
        PostgresSchema.create(database);
        return database;
    }

    /** Whose process must be started again has a liveness that says so, and views and snapshots that are not opened again. */
    @Bean
    Continuity continuity(
            DataDirectory directory, ObjectProvider<Snapshots> snapshots, ApplicationEventPublisher publisher) {
        // Asked for now, and not by whichever thread finds the loss.
        Snapshots kept = snapshots.getIfAvailable(() -> Snapshots.NONE);
        return new Continuity(() -> {
            kept.distrust();
            ServedViews.distrust(directory);
            AvailabilityChangeEvent.publish(publisher, PostgresConfiguration.class, LivenessState.BROKEN);
        });
    }

    @Bean
    PrivateDatabase privateTables(PostgresDatabase database) {
        return new PrivateDatabase(database.pool(), database.pool());
    }

    @Bean
    Numbers numbers(PostgresDatabase database) {
        return new PostgresNumbers(database.pool());
    }

    @Bean
    Notices notices(
            PostgresDatabase database, Log log, Continuity continuity, Notices.LookUp end, ServerSettings settings)
            throws SQLException {
        return new Notices(
                database,
                log,
                continuity,
                Notices.channel(database),
                end,
                settings.roles().contains(Role.QUERY));
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
