package dev.patchbay.query.request;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.request.RequestAccepted;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the latest acceptance under every key. */
@Component
@ProcessingGroup("views")
final class AcceptedRequestProjection {

    private final Timeline requests;

    AcceptedRequestProjection(Views views) {
        requests = views.timeline(
                "accepted_request", List.of("request_key"), List.of("fingerprint", "result", "accepted_at"));
    }

    @EventHandler
    void on(RequestAccepted event, Recorded recorded) {
        requests.close(recorded, event.requestKey());
        requests.open(
                recorded,
                event.requestKey(),
                event.fingerprint(),
                event.result(),
                recorded.at().toString());
    }
}
