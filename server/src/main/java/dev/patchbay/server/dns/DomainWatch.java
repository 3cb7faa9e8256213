package dev.patchbay.server.dns;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Wakes the inspector as soon as there is a domain whose records are to be looked up. */
@Component
@ConditionalOnRole(Role.QUERY)
@ProcessingGroup(Rounds.WATCH)
class DomainWatch {
    private final Rounds inspections;

    DomainWatch(@Qualifier("inspections") Rounds inspections) {
        this.inspections = inspections;
    }

    @EventHandler
    void react(DomainAdded event) {
        inspections.wake();
    }

    @EventHandler
    void react(DomainChecked event) {
        inspections.wake();
    }
}
