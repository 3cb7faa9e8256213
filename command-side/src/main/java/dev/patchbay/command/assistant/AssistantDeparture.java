package dev.patchbay.command.assistant;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.identity.IdentityCommand.UnlinkAssistant;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentitiesOfAssistant;
import org.axonframework.eventhandling.EventHandler;

/** A deleted assistant answers for no identity any more. */
@Consequences
class AssistantDeparture {

    private final Memberships memberships;
    private final Decisions decisions;

    AssistantDeparture(Memberships memberships, Decisions decisions) {
        this.memberships = memberships;
        this.decisions = decisions;
    }

    @EventHandler
    void react(AssistantDeleted event) {
        AssistantId assistant = new AssistantId(event.assistantId());
        memberships
                .of(new ListIdentitiesOfAssistant(event.assistantId(), Moment.head()))
                .forEach(identity -> decisions.askIfThere(new UnlinkAssistant(new IdentityId(identity), assistant)));
    }
}
