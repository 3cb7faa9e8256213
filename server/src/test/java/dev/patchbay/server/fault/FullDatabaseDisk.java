package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.Optional;

/** For a while PostgreSQL finds no room where it writes; it is started again if it did not survive that. */
final class FullDatabaseDisk implements Fault {

    @Override
    public String title() {
        return "PostgreSQL's disk is full (ENOSPC)";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.database().isPresent() ? Tracer.missing() : Optional.of("there is none");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Database database = scene.deployment().database().orElseThrow();
        Tracer tracer =
                Tracer.of(database.processes().stream().map(ProcessHandle::pid).toList(), BadDisk.GROW, "error=ENOSPC");
        try {
            scene.load().awaitTrouble(5);
            scene.linger(Duration.ofSeconds(3));
        } finally {
            tracer.letGo();
        }
        if (database.processes().isEmpty()) {
            database.start();
        }
        return 1;
    }
}
