package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.Map;

/** {@code kill -9} of a process, and again while it recovers, or builds its views because they are gone. */
final class KillWhileStarting implements Fault {

    private static final Duration START = Duration.ofSeconds(8);
    private static final int TIMES = 5;

    private final boolean viewsAreGone;

    KillWhileStarting(boolean viewsAreGone) {
        this.viewsAreGone = viewsAreGone;
    }

    @Override
    public String title() {
        return viewsAreGone ? "kill -9 while it builds its views" : "kill -9 while it starts";
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.anyNode();
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
