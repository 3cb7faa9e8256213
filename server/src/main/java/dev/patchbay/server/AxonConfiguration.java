package dev.patchbay.server;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.DecidingCommandBus;
import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Projections;
import dev.patchbay.query.ViewsInvoker;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.sqlite.StoredProgress;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How the sides meet: the buses, the processors and the stored form of messages. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    private static final int EVENTS_PER_TRANSACTION = 500;

    @Bean
    @Qualifier("localSegment")
    DecidingCommandBus commandBus(org.axonframework.config.Configuration axon, CommandBusSpanFactory spans) {
        DecidingCommandBus bus = new DecidingCommandBus(axon.messageMonitor(CommandBus.class, "commandBus"), spans);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** Commands and queries need none: an append is atomic by itself, an answer is read as of one position. */
    @Bean
    TransactionManager noTransactions() {
        return NoTransactionManager.INSTANCE;
    }

    @Bean
    @ConditionalOnRole(Role.QUERY)
    Progress progress(
            Head head,
            ApiSettings settings,
            TokenStore tokens,
            @Qualifier("viewsTransactions") PlatformTransactionManager transactions) {
        Progress progress = new Progress(head, settings.catchUpTimeout());
        progress.reach(StoredProgress.of(Projections.GROUP, tokens, transactions));
        return progress;
    }

    /** Tokens name their own classes; nothing but Axon's may be named. */
    @Bean
    Jackson3SerializerCustomizer storedForm() {
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return mapper -> mapper.polymorphicTypeValidator(axonOnly);
    }

    @Bean
    @ConditionalOnRole(Role.COMMAND)
    ConfigurerModule consequencesInTheSameCommit() {
        return configurer -> configurer
                .eventProcessing()
                .registerSubscribingEventProcessor(Consequences.GROUP)
                .registerListenerInvocationErrorHandler(Consequences.GROUP, axon -> PropagatingErrorHandler.instance())
                .registerErrorHandler(Consequences.GROUP, axon -> PropagatingErrorHandler.instance());
    }

    /** Needs no memory: what was there before the start, the first round finds in the views. */
    @Bean
    @ConditionalOnRole(Role.QUERY)
    ConfigurerModule watchFromTheHead() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        Rounds.WATCH,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor
                                .tokenStore(new InMemoryTokenStore())
                                .initialSegmentCount(1)
                                .initialToken(source -> source.createHeadToken()));
    }

    /** One segment, because views join what belongs to different aggregates and must see it in the order of the log. */
    @Bean
    @ConditionalOnRole(Role.QUERY)
    ConfigurerModule viewsOneAfterTheOther(
            TokenStore tokens,
            @Qualifier("viewsTransactions") PlatformTransactionManager transactions,
            ObjectProvider<DeadLetters> letters,
            Progress progress) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        Projections.GROUP,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor
                                .eventHandlerInvoker(new ViewsInvoker(letters.getObject(), progress))
                                .tokenStore(tokens)
                                .transactionManager(new SpringTransactionManager(transactions))
                                .initialSegmentCount(1)
                                .initialToken(source -> new GlobalSequenceTrackingToken(0))
                                .batchSize(EVENTS_PER_TRANSACTION));
    }
}
