package dev.patchbay.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the stock stores do not know of SQLite. */
@Configuration(proxyBeanMethods = false)
@Profile("sqlite")
class SqliteConfiguration {

    /** Beside the one connection that writes. */
    @Bean(defaultCandidate = false)
    DataSource reading(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    /** Tells two events of the same place in a stream from a failure of the disk. */
    @Bean
    PersistenceExceptionResolver duplicates() {
        return SqliteDuplicates::isOne;
    }

    /** The stock engine, but for the ends of an empty log: the driver cannot read {@code null} as a {@code Long}. One writer leaves no gaps. */
    @Bean
    @Profile("jdbc")
    EventStorageEngine engine(
            ConnectionProvider connections,
            TransactionManager transactions,
            PersistenceExceptionResolver duplicates,
            Serializer snapshots,
            @Qualifier("eventSerializer") Serializer events) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(duplicates)
                .snapshotSerializer(snapshots)
                .eventSerializer(events)
                .extendedGapCheckEnabled(false)
                .createTailToken((connection, schema) ->
                        connection.prepareStatement("select coalesce(min(globalIndex) - 1, 0) from DomainEventEntry"))
                .createHeadToken((connection, schema) ->
                        connection.prepareStatement("select coalesce(max(globalIndex), 0) from DomainEventEntry"))
                .build();
    }

    @Bean
    @Profile("jdbc")
    TokenStore tokens(ConnectionProvider connections, Serializer serializer) {
        return new SqliteTokenStore(connections, serializer);
    }
}
