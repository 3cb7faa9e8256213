package dev.patchbay.command.domain;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.identity.IdentityQuery.IsDomainUsed;
import org.axonframework.eventhandling.EventHandler;

/** A domain goes only when nobody has an address in it any more. */
@Consequences
class DomainDeparture {

    private final Memberships memberships;

    DomainDeparture(Memberships memberships) {
        this.memberships = memberships;
    }

    @EventHandler
    void react(DomainDeleted event) {
        if (memberships.of(new IsDomainUsed(event.domainId(), Moment.head()))) {
            throw new Refusal(Refusal.Reason.IN_USE, "Domain is still used by identities");
        }
    }
}
