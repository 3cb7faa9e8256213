package dev.patchbay.server.mail;

import dev.patchbay.server.Rounds;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How mail is sent: after the commit that wants it, in a thread of its own. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Rounds deliveries(Postman postman, Clock clock) {
        return new Rounds("mail", postman::deliverNext, clock);
    }

    /** Needs no memory: what was queued before the start, the first round finds in the views. */
    @Bean
    ConfigurerModule watchForMail() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        MailWatch.GROUP,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor
                                .tokenStore(new InMemoryTokenStore())
                                .initialSegmentCount(1)
                                .initialToken(source -> source.createHeadToken()));
    }
}
