package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.Optional;

/** For a while the system calls by which PostgreSQL writes fail or are slow; it is started again if it did not survive that. */
final class BadDatabaseDisk implements Fault {

    private final String title;
    private final String calls;
    private final String what;

    private BadDatabaseDisk(String title, String calls, String what) {
        this.title = title;
        this.calls = calls;
        this.what = what;
    }

    static BadDatabaseDisk full() {
        return new BadDatabaseDisk("PostgreSQL's disk is full (ENOSPC)", BadDisk.GROW, "error=ENOSPC");
    }

    static BadDatabaseDisk failing() {
        return new BadDatabaseDisk("PostgreSQL's disk cannot sync (EIO)", BadDisk.SYNC, "error=EIO");
    }

    static BadDatabaseDisk slow() {
        return new BadDatabaseDisk("PostgreSQL's disk is slow (0.2 s)", BadDisk.SYNC, "delay_enter=200000");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.database().isPresent() ? Tracer.missing() : Optional.of("there is none");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Database database = scene.deployment().database().orElseThrow();
        Tracer tracer =
                Tracer.of(database.processes().stream().map(ProcessHandle::pid).toList(), calls, what);
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
