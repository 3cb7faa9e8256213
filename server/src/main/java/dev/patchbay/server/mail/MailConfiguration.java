package dev.patchbay.server.mail;

import dev.patchbay.server.Rounds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How mail is sent: after the commit that wants it, in a thread of its own. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Rounds deliveries(Postman postman, Clock clock) {
        return new Rounds("mail", postman::deliverNext, clock);
    }
}
