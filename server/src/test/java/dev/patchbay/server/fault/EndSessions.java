package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.Optional;

/** All sessions of the database are ended, several times. */
final class EndSessions implements Fault {

    private static final String END = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where backend_type = 'client backend' and pid <> pg_backend_pid()""";

    @Override
    public String title() {
        return "sessions of the database ended";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.database().isPresent() ? Optional.empty() : Optional.of("there is no database");
    }

    @Override
    public int strike(Scene scene) {
        int times = 1 + scene.random().nextInt(5);
        for (int i = 0; i < times; i++) {
            long unused = scene.deployment()
                    .database()
                    .orElseThrow()
                    .sql(END)
                    .query(Long.class)
                    .single();
            scene.linger(Duration.ofMillis(500));
        }
        return times;
    }
}
