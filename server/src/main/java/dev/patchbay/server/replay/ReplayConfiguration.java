package dev.patchbay.server.replay;

import dev.patchbay.server.Rounds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When replays are carried on. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Rounds replays(Replayer replayer, Clock clock) {
        return new Rounds("replay", replayer::carryOn, clock);
    }
}
