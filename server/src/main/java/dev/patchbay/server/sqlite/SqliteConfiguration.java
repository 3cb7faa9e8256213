package dev.patchbay.server.sqlite;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Projections;
import dev.patchbay.query.Views;
import dev.patchbay.server.ServerSettings;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import java.sql.SQLException;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The embedded store: the log, the views and what is private, each in a file of its own. */
@Configuration(proxyBeanMethods = false)
class SqliteConfiguration {

    @Bean
    DataDirectory dataDirectory(ServerSettings settings) {
        return new DataDirectory(settings.dataDir());
    }

    @Bean
    SqliteDatabase eventsDatabase(DataDirectory directory) {
        SqliteDatabase events = new SqliteDatabase(directory.file("events.db"), Durability.EVERY_COMMIT);
        create("events.sql", events);
        return events;
    }

    @Bean
    SqliteDatabase privateDatabase(DataDirectory directory) {
        SqliteDatabase secrets = new SqliteDatabase(directory.file("private.db"), Durability.EVERY_COMMIT);
        create("private.sql", secrets);
        return secrets;
    }

    @Bean
    ServedViews servedViews(DataDirectory directory, SqliteLog log) {
        return new ServedViews(directory, log);
    }

    @Bean
    SqliteLog log(@Qualifier("eventsDatabase") SqliteDatabase events) throws SQLException {
        return new SqliteLog(events.writer());
    }

    @Bean
    SqliteEventStorageEngine eventStorageEngine(
            SqliteLog log,
            @Qualifier("eventsDatabase") SqliteDatabase events,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new SqliteEventStorageEngine(log, new JdbcTemplate(events.readers()), serializer);
    }

    @Bean
    SqliteEventStore eventStore(SqliteLog log, SqliteEventStorageEngine engine) {
        return new SqliteEventStore(log, engine);
    }

    @Bean
    Head head(SqliteLog log) {
        return log::head;
    }

    @Bean
    Views views(ServedViews views) {
        return new Views(views.writer(), views.readers());
    }

    @Bean
    DeadLetters deadLetters(Views views, ListableBeanFactory beans, SqliteEventStorageEngine log) {
        return new DeadLetters(
                views, Projections.among(beans), position -> ViewsBuild.at(log, position), SqliteErrors::areOfTheStore);
    }

    @Bean
    PlatformTransactionManager viewsTransactions(ServedViews views) {
        return new DataSourceTransactionManager(views.writer());
    }

    @Bean
    TokenStore tokenStore(ServedViews views, @Qualifier("eventSerializer") Serializer serializer) {
        return new SqliteTokenStore(views.writer(), serializer);
    }

    @Bean
    ViewsCatchUp viewsCatchUp(
            ServedViews served,
            SqliteEventStorageEngine engine,
            @Qualifier("eventSerializer") Serializer serializer,
            @Qualifier("viewsTransactions") PlatformTransactionManager transactions,
            ObjectProvider<DeadLetters> letters,
            Head head,
            Progress progress) {
        return new ViewsCatchUp(
                served.writer(),
                () -> new ViewsBuild(served.database(), engine, serializer),
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> letters.getObject().retry()),
                head,
                progress);
    }

    private static void create(String script, SqliteDatabase database) {
        new ResourceDatabasePopulator(new ClassPathResource(script, SqliteConfiguration.class))
                .execute(database.writer());
    }
}
