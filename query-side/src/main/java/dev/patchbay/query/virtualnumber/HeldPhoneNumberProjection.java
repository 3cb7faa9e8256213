package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps which E.164 numbers are held. */
@Component
@ProcessingGroup("views")
final class HeldPhoneNumberProjection {

    private final Timeline numbers;

    HeldPhoneNumberProjection(Views views) {
        numbers = views.timeline("held_phone_number", List.of("phone_number"), List.of("virtual_number_id"));
    }

    @EventHandler
    void on(PhoneNumberClaimed event, Recorded recorded) {
        numbers.open(recorded, event.phoneNumber(), event.virtualNumberId());
    }

    @EventHandler
    void on(PhoneNumberFreed event, Recorded recorded) {
        numbers.close(recorded, event.phoneNumber());
    }
}
