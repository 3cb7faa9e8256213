package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.Optional;

/** PostgreSQL ends, in one way or another, and is started again on its files. */
final class EndDatabase implements Fault {

    private final String name;
    private final Signal signal;

    EndDatabase(String name, Signal signal) {
        this.name = name;
        this.signal = signal;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.database().isPresent() ? Optional.empty() : Optional.of("there is none");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Database database = scene.deployment().database().orElseThrow();
        database.end(signal);
        scene.load().awaitTrouble(5);
        scene.linger(Duration.ofSeconds(3));
        database.start();
        return 1;
    }
}
