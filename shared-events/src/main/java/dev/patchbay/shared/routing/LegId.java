package dev.patchbay.shared.routing;

import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;

/** A call on its way through one virtual number. */
public record LegId(VirtualNumberId virtualNumber, CallId call) {
    @Override
    public String toString() {
        return "leg-" + virtualNumber.value() + "-" + call.value();
    }
}
