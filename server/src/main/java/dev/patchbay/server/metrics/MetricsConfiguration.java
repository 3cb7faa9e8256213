package dev.patchbay.server.metrics;

import dev.patchbay.query.Progress;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.log.Log;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is measured besides HTTP and the JVM, which Spring Boot measures. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    ConfigurerModule stopwatches(MeterRegistry meters) {
        Stopwatches commands = new Stopwatches("patchbay.commands", meters);
        Stopwatches queries = new Stopwatches("patchbay.queries", meters);
        return configurer -> configurer
                .configureMessageMonitor(CommandBus.class, axon -> commands)
                .configureMessageMonitor(QueryBus.class, axon -> queries);
    }

    /** How many appends come to the disk together. */
    @Bean
    MeterBinder groups(Log log) {
        return meters -> log.onSync(DistributionSummary.builder("patchbay.log.appends.per.sync")
                .description("Appends that shared a transaction, hence a sync of the disk")
                .register(meters)::record);
    }

    @Bean
    @ConditionalOnRole(Role.QUERY)
    MeterBinder whoIsOnDuty(Duty duty) {
        return meters -> Gauge.builder("patchbay.duty", duty, known -> known.isMine() ? 1 : 0)
                .description("1 for the process that is on duty")
                .register(meters);
    }

    @Bean
    MeterBinder end(Log log) {
        return meters -> Gauge.builder("patchbay.log.position", log, Log::head)
                .description("Position of the last event of the log")
                .register(meters);
    }

    /** How far the views are behind the log. */
    @Bean
    @ConditionalOnRole(Role.QUERY)
    MeterBinder lag(Log log, Progress progress) {
        return meters -> {
            Gauge.builder("patchbay.views.position", progress, Progress::reached)
                    .description("Position of the last event that is in the views")
                    .register(meters);
            Gauge.builder("patchbay.views.lag", () -> Math.max(0, log.head() - progress.reached()))
                    .baseUnit("events")
                    .description("Events of the log that are not in the views yet")
                    .register(meters);
        };
    }
}
