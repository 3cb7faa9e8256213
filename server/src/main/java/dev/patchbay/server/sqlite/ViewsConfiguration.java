package dev.patchbay.server.sqlite;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Projections;
import dev.patchbay.query.Views;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.log.LogStorageEngine;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The views of this process, in a file of its own, whatever store keeps the log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.QUERY)
class ViewsConfiguration {

    @Bean
    ServedViews servedViews(DataDirectory directory, LogStorageEngine log, ServerSettings settings) {
        return new ServedViews(directory, log, settings.store().isShared());
    }

    @Bean
    Views views(ServedViews views) {
        return new Views(views.writer(), views.readers());
    }

    @Bean
    DeadLetters deadLetters(Views views, ListableBeanFactory beans, LogStorageEngine log) {
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
            LogStorageEngine engine,
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
}
