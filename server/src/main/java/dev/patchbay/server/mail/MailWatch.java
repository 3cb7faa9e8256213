package dev.patchbay.server.mail;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.mail.MailQueued;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Wakes the postman as soon as a mail is in the log, which is when the request that wants it is answered or about to be. */
@Component
@ConditionalOnRole(Role.QUERY)
@ProcessingGroup(Rounds.WATCH)
class MailWatch {

    private final Rounds deliveries;

    MailWatch(@Qualifier("deliveries") Rounds deliveries) {
        this.deliveries = deliveries;
    }

    @EventHandler
    void react(MailQueued event) {
        deliveries.wake();
    }
}
