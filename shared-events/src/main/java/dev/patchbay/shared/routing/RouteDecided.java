package dev.patchbay.shared.routing;

import dev.patchbay.shared.Event;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * It was decided where a call to the virtual number goes. The decision follows from the configuration at a position and the turn.
 *
 * @param turn the decisions about the number are counted from 0
 * @param decidedAt the position of the configuration that it was decided from
 * @param operatorIds in the order in which they are rung; all at once when the strategy is simultaneous
 * @param fallbackType what happens when nobody answers
 */
@Revision("1")
public record RouteDecided(
        long virtualNumberId,
        long turn,
        long callId,
        long decidedAt,
        String routingStrategy,
        List<Long> operatorIds,
        String fallbackType)
        implements Event {

    public RouteDecided {
        operatorIds = List.copyOf(operatorIds);
    }
}
