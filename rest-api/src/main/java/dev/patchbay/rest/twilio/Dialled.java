package dev.patchbay.rest.twilio;

import dev.patchbay.shared.routing.RouteQuery.Holder;
import java.util.List;

/**
 * A request of the carrier about a number that was dialled.
 *
 * @param holders the virtual numbers that it is about, of accounts that it is signed for
 */
record Dialled(Delivery delivery, List<Holder> holders) {}
