package dev.patchbay.server.dns;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When records of domains are looked up without anybody asking. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.QUERY)
class DnsConfiguration {

    @Bean
    Rounds inspections(Inspector inspector, Clock clock, Duty duty) {
        return new Rounds("dns", inspector::checkDue, clock, duty);
    }
}
