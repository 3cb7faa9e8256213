package dev.patchbay.benchmarks.peer;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** What is left to say of Axon when Spring Boot has set it up. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** Axon's own configuration looks for Spring's transactions before this Spring Boot provides them, and then has none. */
    @Bean
    TransactionManager transactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** Tokens name their own classes; nothing but Axon's may be named. */
    @Bean
    Jackson3SerializerCustomizer storedForm() {
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return mapper -> mapper.polymorphicTypeValidator(axonOnly);
    }
}
