package dev.patchbay.command.call;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.call.TakeCallReference;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.eventhandling.EventHandler;

/** A recorded call takes its external id, if it has one. */
@Consequences
class CallReferencing {

    private final Decisions decisions;

    CallReferencing(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void react(CallRecorded event) {
        if (event.externalId() != null) {
            decisions.ask(new TakeCallReference(
                    new CallReferenceId(
                            new VirtualNumberId(event.virtualNumberId()), new ExternalId(event.externalId())),
                    new CallId(event.callId())));
        }
    }
}
