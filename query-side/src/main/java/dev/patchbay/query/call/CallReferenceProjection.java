package dev.patchbay.query.call;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.call.CallReferenceTaken;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps which call an external id means. */
@Component
@ProcessingGroup("views")
final class CallReferenceProjection {

    private final Timeline references;

    CallReferenceProjection(Views views) {
        references = views.timeline("call_reference", List.of("virtual_number_id", "external_id"), List.of("call_id"));
    }

    @EventHandler
    void on(CallReferenceTaken event, Recorded recorded) {
        references.open(recorded, event.virtualNumberId(), event.externalId(), event.callId());
    }
}
