package dev.patchbay.server.replay;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When replays are carried on: by the process that is on duty, and by the others when it has ended one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.QUERY)
class ReplayConfiguration {

    @Bean
    Rounds replays(Replayer replayer, Clock clock, Duty duty) {
        Rounds rounds = new Rounds("replay", replayer::carryOn, clock, Duty.ALONE);
        duty.onTaken(rounds::wake);
        return rounds;
    }
}
