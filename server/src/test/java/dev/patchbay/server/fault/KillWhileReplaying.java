package dev.patchbay.server.fault;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.ServerSettings.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** {@code kill -9} of a process soon after it was told to build its views anew beside those that serve. */
final class KillWhileReplaying implements Fault {

    private final Part part;

    KillWhileReplaying(Part part) {
        this.part = part;
    }

    @Override
    public String title() {
        return "kill -9" + part.of() + " during a replay";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return part.does(Role.QUERY) ? Optional.empty() : Optional.of("it has no views");
    }

    @Override
    public int strike(Scene scene) throws IOException {
        Node victim = scene.any(part);
        Reply begun = scene.deployment()
                .client(scene.random().nextInt(8))
                .exchange("POST", "projections/views/replays", "{}");
        if (begun.status() != 201 && begun.status() != 409) {
            throw new IllegalStateException("no replay was begun: " + begun);
        }
        scene.linger(Duration.ofSeconds(2));
        victim.kill();
        victim.start();
        return 1;
    }
}
