package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps who is attached to a virtual number, so that the order never has holes: a rank is a position of the log. */
@Component
@ProcessingGroup("views")
final class RingOrderProjection {

    private final Timeline numbers;
    private final Timeline attachments;

    RingOrderProjection(Views views) {
        numbers = VirtualNumberProjection.numbers(views);
        attachments = views.timeline(
                "attachment", List.of("virtual_number_id", "operator_id"), List.of("rank", "place", "ring_seconds"));
    }

    @EventHandler
    void on(OperatorAttached event, Recorded recorded) {
        numbers.touch(recorded, event.virtualNumberId());
        attachments.open(recorded, event.virtualNumberId(), event.operatorId(), recorded.position(), 0, null);
    }

    @EventHandler
    void on(OperatorDetached event, Recorded recorded) {
        numbers.touch(recorded, event.virtualNumberId());
        attachments.close(recorded, event.virtualNumberId(), event.operatorId());
    }

    @EventHandler
    void on(OperatorsReordered event, Recorded recorded) {
        numbers.touch(recorded, event.virtualNumberId());
        int place = 0;
        for (long operatorId : event.operatorIds()) {
            attachments.change(
                    recorded,
                    List.of(event.virtualNumberId(), operatorId),
                    "rank, place",
                    recorded.position(),
                    place++);
        }
    }

    @EventHandler
    void on(RingSecondsChanged event, Recorded recorded) {
        numbers.touch(recorded, event.virtualNumberId());
        attachments.change(
                recorded, List.of(event.virtualNumberId(), event.operatorId()), "ring_seconds", event.ringSeconds());
    }
}
