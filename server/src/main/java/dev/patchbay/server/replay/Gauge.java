package dev.patchbay.server.replay;

import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.projection.ReplayProgress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far replays are, as whoever makes them said last; forgotten when the process ends. */
@Component
@ConditionalOnRole(Role.QUERY)
public final class Gauge {

    private final Map<Long, ReplayProgress> shown = new ConcurrentHashMap<>();

    public void show(long replayId, ReplayProgress progress) {
        shown.put(replayId, progress);
    }

    public void clear() {
        shown.clear();
    }

    public Optional<ReplayProgress> of(long replayId) {
        return Optional.ofNullable(shown.get(replayId));
    }
}
