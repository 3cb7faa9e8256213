package dev.patchbay.server.log;

import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Axon comes to the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    LogStorageEngine eventStorageEngine(
            Log log, LogReader reader, @Qualifier("eventSerializer") Serializer serializer) {
        return new LogStorageEngine(log, reader, serializer);
    }

    @Bean
    LogEventStore eventStore(Log log, LogStorageEngine engine, ObjectProvider<Snapshots> snapshots) {
        return new LogEventStore(log, engine, snapshots.getIfAvailable(() -> Snapshots.NONE));
    }
}
