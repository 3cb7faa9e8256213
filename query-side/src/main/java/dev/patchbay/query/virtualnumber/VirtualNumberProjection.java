package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.RecordingStarted;
import dev.patchbay.shared.virtualnumber.RecordingStopped;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberActivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the virtual numbers. */
@Component
@ProcessingGroup("views")
final class VirtualNumberProjection {

    private final Timeline numbers;

    VirtualNumberProjection(Views views) {
        numbers = numbers(views);
    }

    static Timeline numbers(Views views) {
        return views.timeline(
                "virtual_number",
                List.of("id"),
                List.of(
                        "account_id",
                        "project_id",
                        "served_project_id",
                        "phone_number",
                        "country_code",
                        "name",
                        "active",
                        "active_since",
                        "recording",
                        "routing_strategy",
                        "ring_timeout_seconds",
                        "fallback_type",
                        "fallback_phone_number",
                        "fallback_virtual_number_id",
                        "fallback_since"));
    }

    @EventHandler
    void on(VirtualNumberRegistered event, Recorded recorded) {
        numbers.open(
                recorded,
                event.virtualNumberId(),
                event.accountId(),
                null,
                null,
                event.phoneNumber(),
                event.countryCode(),
                event.name(),
                true,
                recorded.position(),
                true,
                RoutingStrategy.PRIORITY.word(),
                RingTimeoutChanged.DEFAULT_SECONDS,
                Fallback.DEFAULT.type(),
                null,
                null,
                recorded.position());
    }

    @EventHandler
    void on(VirtualNumberRenamed event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "name", event.name());
    }

    @EventHandler
    void on(VirtualNumberActivated event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "active, active_since", true, recorded.position());
    }

    @EventHandler
    void on(VirtualNumberDeactivated event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "active, active_since", false, recorded.position());
    }

    @EventHandler
    void on(RecordingStarted event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "recording", true);
    }

    @EventHandler
    void on(RecordingStopped event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "recording", false);
    }

    @EventHandler
    void on(RoutingStrategyChanged event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "routing_strategy", event.routingStrategy());
    }

    @EventHandler
    void on(RingTimeoutChanged event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "ring_timeout_seconds", event.ringTimeoutSeconds());
    }

    @EventHandler
    void on(FallbackChanged event, Recorded recorded) {
        change(
                recorded,
                event.virtualNumberId(),
                "fallback_type, fallback_phone_number, fallback_virtual_number_id, fallback_since",
                event.fallbackType(),
                event.phoneNumber(),
                event.fallbackVirtualNumberId(),
                recorded.position());
    }

    @EventHandler
    void on(VirtualNumberAssignedToProject event, Recorded recorded) {
        change(
                recorded,
                event.virtualNumberId(),
                "project_id, served_project_id",
                event.projectId(),
                event.projectId());
    }

    @EventHandler
    void on(VirtualNumberWithdrawnFromProject event, Recorded recorded) {
        change(recorded, event.virtualNumberId(), "project_id", (Object) null);
    }

    @EventHandler
    void on(VirtualNumberReleased event, Recorded recorded) {
        numbers.close(recorded, event.virtualNumberId());
    }

    @EventHandler
    void on(VirtualNumberRestored event, Recorded recorded) {
        numbers.reopen(recorded, event.virtualNumberId());
    }

    private void change(Recorded recorded, long id, String columns, @Nullable Object... values) {
        numbers.change(recorded, id, columns, values);
    }
}
