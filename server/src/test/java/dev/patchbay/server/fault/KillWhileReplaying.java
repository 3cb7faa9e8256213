package dev.patchbay.server.fault;

import dev.patchbay.server.Client.Reply;
import java.io.IOException;
import java.time.Duration;

/** {@code kill -9} of a process soon after it was told to build its views anew beside those that serve. */
final class KillWhileReplaying implements Fault {

    @Override
    public String title() {
        return "kill -9 during a replay";
    }

    @Override
    public int strike(Scene scene) throws IOException {
        Node victim = scene.anyNode();
        Reply begun = victim.client().exchange("POST", "projections/views/replays", "{}");
        if (begun.status() != 201 && begun.status() != 409) {
            throw new IllegalStateException("no replay was begun: " + begun);
        }
        scene.linger(Duration.ofSeconds(2));
        victim.kill();
        victim.start();
        return 1;
    }
}
