package dev.patchbay.server.axonserver;

import dev.patchbay.server.log.PlacedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The last events of the log that have come here, so that whoever follows it need not ask for each. */
final class RecentEvents {

    private static final int MOST = 2_000;

    private final ConcurrentSkipListMap<Long, PlacedEvent> events = new ConcurrentSkipListMap<>();

    void add(PlacedEvent placed) {
        events.put(placed.position(), placed);
        if (events.size() > MOST) {
            events.pollFirstEntry();
        }
    }

    /** Those that follow a position, one directly behind the other; none when the next one is not among them. */
    List<PlacedEvent> after(long position, int most) {
        List<PlacedEvent> found = new ArrayList<>();
        long next = position + 1;
        for (PlacedEvent placed : events.tailMap(next).values()) {
            if (placed.position() != next || found.size() == most) {
                break;
            }
            found.add(placed);
            next++;
        }
        return found;
    }
}
