package dev.patchbay.server.mail;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How mail is sent: after the commit that wants it, in a thread of its own, which reports what it knows on duty or not. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.QUERY)
class MailConfiguration {

    @Bean
    Rounds deliveries(Postman postman, Clock clock, Duty duty) {
        Rounds rounds = new Rounds("mail", postman::deliverNext, clock, Duty.ALONE);
        duty.onTaken(rounds::wake);
        return rounds;
    }
}
