package dev.patchbay.shared.routing;

import dev.patchbay.shared.virtualnumber.VirtualNumberId;

/**
 * One decision where a call to a virtual number goes.
 *
 * @param turn the decisions about the number are counted from 0
 */
public record RouteId(VirtualNumberId virtualNumber, long turn) {
    @Override
    public String toString() {
        return "route-" + virtualNumber.value() + "-" + turn;
    }
}
