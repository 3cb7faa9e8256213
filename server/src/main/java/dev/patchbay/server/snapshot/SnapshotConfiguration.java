package dev.patchbay.server.snapshot;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.sqlite.DataDirectory;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has snapshots taken of every aggregate, in a file of this process, whatever store keeps the log. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COMMAND)
class SnapshotConfiguration {

    private static final String TRIGGER = "snapshotTrigger";

    @Bean
    KeptSnapshots snapshots(DataDirectory directory) {
        return new KeptSnapshots(() -> new SnapshotFile(directory.file("snapshots.db"), CodeRevision.current()));
    }

    @Bean
    LogSnapshotter snapshotter(EventStore log, KeptSnapshots snapshots, org.axonframework.config.Configuration axon) {
        return new LogSnapshotter(log, snapshots, axon);
    }

    @Bean(TRIGGER)
    SnapshotTriggerDefinition snapshotTrigger(LogSnapshotter snapshotter, SnapshotSettings settings) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, settings.afterEvents());
    }

    /** No aggregate has to say it, so none can forget to. */
    @Bean
    static BeanPostProcessor everyAggregateIsSnapshotted() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setSnapshotTriggerDefinition(TRIGGER);
                }
                return bean;
            }
        };
    }
}
