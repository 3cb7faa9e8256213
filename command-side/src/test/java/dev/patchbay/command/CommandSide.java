package dev.patchbay.command;

import dev.patchbay.command.assistant.Assistants;
import dev.patchbay.command.claim.Names;
import dev.patchbay.command.domain.Domains;
import dev.patchbay.command.operator.Operators;
import dev.patchbay.command.project.Projects;
import dev.patchbay.command.role.Roles;
import dev.patchbay.command.team.Teams;
import dev.patchbay.command.virtualnumber.VirtualNumbers;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Query;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.tracing.NoOpSpanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The command side as one process runs it, with all that is found on its class path, over a log in memory. */
final class CommandSide implements AutoCloseable {

    static final Provenance CALLER = new Provenance(7, "api_key", 5, "req-1", "192.0.2.1", null, "because");

    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private final QueryBus views = SimpleQueryBus.builder().build();
    private final DecidingCommandBus bus = unwatchedBus();
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Configuration axon;

    /** A bus that nobody measures or traces. */
    static DecidingCommandBus unwatchedBus() {
        return new DecidingCommandBus(
                NoOpMessageMonitor.instance(),
                DefaultCommandBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
    }

    CommandSide() {
        beans.registerBean(EventStorageEngine.class, () -> log);
        beans.registerBean(Numbers.class, CountedNumbers::new);
        beans.registerBean(DecidingCommandBus.class, () -> bus);
        beans.registerBean(
                QueryGateway.class,
                () -> DefaultQueryGateway.builder().queryBus(views).build());
        beans.registerBean(Configuration.class, this::axon, definition -> definition.setLazyInit(true));
        beans.scan("dev.patchbay.command");
        beans.refresh();
        axon = configurer().start();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
    }

    private Configurer configurer() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(
                        configuration -> Jackson3Serializer.builder().build())
                .configureCommandBus(configuration -> bus)
                .configureEmbeddedEventStore(configuration -> log)
                .configureCorrelationDataProviders(configuration -> List.of(beans.getBean(CausationProvider.class)))
                .registerComponent(CommandTargetResolver.class, configuration -> beans.getBean(Targets.class))
                .registerComponent(Projects.class, configuration -> beans.getBean(Projects.class))
                .registerComponent(Operators.class, configuration -> beans.getBean(Operators.class))
                .registerComponent(Assistants.class, configuration -> beans.getBean(Assistants.class))
                .registerComponent(Domains.class, configuration -> beans.getBean(Domains.class))
                .registerComponent(Names.class, configuration -> beans.getBean(Names.class))
                .registerComponent(Roles.class, configuration -> beans.getBean(Roles.class))
                .registerComponent(Teams.class, configuration -> beans.getBean(Teams.class))
                .registerComponent(VirtualNumbers.class, configuration -> beans.getBean(VirtualNumbers.class))
                .registerCommandHandler(configuration -> beans.getBean(TogetherHandler.class))
                .registerCommandHandler(configuration -> beans.getBean(Numbering.class));
        configurer
                .eventProcessing()
                .registerSubscribingEventProcessor(Consequences.GROUP)
                .registerListenerInvocationErrorHandler(
                        Consequences.GROUP, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(Consequences.GROUP, configuration -> PropagatingErrorHandler.instance());
        beans.getBeansWithAnnotation(Consequences.class)
                .values()
                .forEach(bean -> configurer.eventProcessing().registerEventHandler(configuration -> bean));
        for (String aggregate : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(beans.getType(aggregate)));
        }
        return configurer;
    }

    private Configuration axon() {
        return axon;
    }

    /** Lets the views answer a query like this. */
    <T, Q extends Query<T>> void answer(Class<Q> query, Function<Q, T> view) {
        views.<Answer<T>>subscribe(
                query.getName(), Answer.class, message -> Answer.list(view.apply(query.cast(message.getPayload())), 0));
    }

    /** Asks on behalf of the caller. */
    CommandResultMessage<?> ask(Object command) {
        FutureCallback<Object, Object> answered = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, CALLER.toMetaData()), answered);
        return answered.join();
    }

    /** Asks what nobody would refuse. */
    CommandSide having(Object... commands) {
        for (Object command : commands) {
            CommandResultMessage<?> answer = ask(command);
            if (answer.isExceptional()) {
                throw new AssertionError("refused: " + command, answer.exceptionResult());
            }
        }
        return this;
    }

    /** Everything in the log, in its order. */
    List<DomainEventMessage<?>> log() {
        return log.readEvents(null, false)
                .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                .toList();
    }

    /** The facts that came after so many others. */
    List<Object> factsAfter(int others) {
        return log().stream()
                .skip(others)
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    @Override
    public void close() {
        axon.shutdown();
        beans.close();
    }
}
