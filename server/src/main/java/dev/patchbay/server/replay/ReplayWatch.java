package dev.patchbay.server.replay;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.replay.ReplayEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Wakes who carries on replays as soon as somebody has decided on one. */
@Component
@ConditionalOnRole(Role.QUERY)
@ProcessingGroup(Rounds.WATCH)
class ReplayWatch {
    private final Rounds replays;

    ReplayWatch(@Qualifier("replays") Rounds replays) {
        this.replays = replays;
    }

    @EventHandler
    void react(ReplayEvent event) {
        replays.wake();
    }
}
