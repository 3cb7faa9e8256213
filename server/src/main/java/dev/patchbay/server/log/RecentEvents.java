package dev.patchbay.server.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The last events of the log that have come here, so that whoever follows it need not ask for each. */
public final class RecentEvents {

    private static final int MOST = 2_000;

    private final ConcurrentSkipListMap<Long, PlacedEvent> events = new ConcurrentSkipListMap<>();

    /** An event has been committed. */
    public void add(PlacedEvent placed) {
        events.put(placed.position(), placed);
        events.headMap(placed.position() - MOST, true).clear();
    }

    /** Those that follow a position, one directly behind the other; none when the next one is not among them. */
    public List<PlacedEvent> after(long position, int most) {
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
