package dev.patchbay.server.fault;

import dev.patchbay.server.ServerSettings.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code kill -9} of a process, and again while it recovers, or builds its views because they are gone. */
final class KillWhileStarting implements Fault {

    private static final Duration START = Duration.ofSeconds(8);
    private static final int TIMES = 5;

    private final Part part;
    private final boolean viewsAreGone;

    KillWhileStarting(Part part, boolean viewsAreGone) {
        this.part = part;
        this.viewsAreGone = viewsAreGone;
    }

    @Override
    public String title() {
        return "kill -9" + part.of() + (viewsAreGone ? " while it builds its views" : " while it starts");
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return viewsAreGone && !part.does(Role.QUERY) ? Optional.of("it has none") : Optional.empty();
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.any(part);
        victim.kill();
        for (int i = 1; i < TIMES; i++) {
            if (viewsAreGone) {
                victim.deleteViews();
            }
            victim.begin(Map.of());
            scene.linger(START);
            victim.kill();
        }
        victim.start();
        return TIMES;
    }
}
