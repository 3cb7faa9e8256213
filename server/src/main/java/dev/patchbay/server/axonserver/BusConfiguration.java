package dev.patchbay.server.axonserver;

import dev.patchbay.query.Progress;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.server.ConditionalOnPart;
import dev.patchbay.server.ServerSettings;
import dev.patchbay.server.ServerSettings.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.axonserver.connector.util.ExecutorServiceBuilder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.config.Configuration;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryBusSpanFactory;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** How processes that have some of the roles meet: at the buses of an Axon Server. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@ConditionalOnPart
class BusConfiguration {

    /** Shorter than what Spring waits for: spring.lifecycle.timeout-per-shutdown-phase. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    /** What another process has to answer besides waiting for its views, before one more is asked. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Bean
    Wire wire(AxonServerSettings settings) {
        return new Wire(settings.maxMessageSize());
    }

    @Bean
    org.axonframework.axonserver.connector.AxonServerConfiguration clientOfAxonServer(
            AxonServerSettings settings, ServerSettings server) {
        String roles = server.roles().stream().map(Role::word).collect(Collectors.joining("-"));
        var client = new org.axonframework.axonserver.connector.AxonServerConfiguration();
        // One name for all: a query goes to one process of each name.
        client.setComponentName("patchbay");
        client.setClientId(roles + "-" + UUID.randomUUID());
        client.setServers(settings.target());
        if (!settings.token().isEmpty()) {
            client.setToken(settings.token());
        }
        client.setMaxMessageSize(Math.toIntExact(settings.maxMessageSize().toBytes()));
        client.setConnectTimeout(2_000);
        client.setReconnectInterval(500);
        client.getHeartbeat().setInterval(2_000);
        client.getHeartbeat().setTimeout(4_000);
        return client;
    }

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(
            org.axonframework.axonserver.connector.AxonServerConfiguration client) {
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(client)
                .build();
    }

    @Bean
    @Primary
    RemoteCommandBus remoteCommandBus(
            @Qualifier("localSegment") CommandBus local,
            AxonServerConnectionManager connections,
            org.axonframework.axonserver.connector.AxonServerConfiguration client,
            CommandBusSpanFactory spans,
            AxonServer server,
            Wire wire) {
        AxonServerCommandBus.Builder builder = AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(client)
                .localSegment(new LocalCommandBus(local))
                .serializer(wire.serializer())
                .routingStrategy(AnnotationRoutingStrategy.defaultStrategy())
                .executorServiceBuilder(threads("command"))
                .commandInProgressAwait(LAST_WORDS)
                .spanFactory(spans);
        return new RemoteCommandBus(builder, server);
    }

    @Bean
    @Primary
    RemoteQueryBus remoteQueryBus(
            Configuration axon,
            AxonServerConnectionManager connections,
            org.axonframework.axonserver.connector.AxonServerConfiguration client,
            ServerSettings settings,
            ApiSettings api,
            ObjectProvider<Progress> progress,
            AxonServer server,
            Wire wire) {
        LocalQueryBus local = new LocalQueryBus(
                axon.messageMonitor(QueryBus.class, "queryBus"), axon.getComponent(QueryUpdateEmitter.class));
        progress.ifAvailable(views -> local.registerHandlerInterceptor(RemoteQueryBus.answering(views, wire)));
        AxonServerQueryBus.Builder builder = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(client)
                .localSegment(local)
                .updateEmitter(local.queryUpdateEmitter())
                .messageSerializer(wire.serializer())
                .genericSerializer(wire.serializer())
                .spanFactory(axon.getComponent(QueryBusSpanFactory.class))
                .queryExecutorServiceBuilder(threads("query"))
                .queryResponseExecutorServiceBuilder(threads("answer"))
                .queryInProgressAwait(LAST_WORDS)
                .enabledLocalSegmentShortCut();
        return new RemoteQueryBus(
                builder,
                server,
                wire,
                settings.roles().contains(Role.QUERY),
                api.catchUpTimeout().plus(ANSWER));
    }

    /** As many as there are messages: they wait for the disk, for the views and for each other. */
    private static ExecutorServiceBuilder threads(String name) {
        return (client, queue) -> Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }
}
