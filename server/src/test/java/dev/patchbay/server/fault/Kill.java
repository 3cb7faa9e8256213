package dev.patchbay.server.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

/** {@code kill -9} of a process, where one of several is on duty half the time of that one; the others go on alone. */
final class Kill implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Part part;

    Kill(Part part) {
        this.part = part;
    }

    @Override
    public String title() {
        return "kill -9 of " + part;
    }

    @Override
    public int strike(Scene scene) {
        Node victim = scene.deployment()
                .database()
                .filter(database -> scene.random().nextBoolean())
                .map(database -> onDuty(scene, database))
                .filter(node -> node.part() == part)
                .orElseGet(() -> scene.any(part));
        victim.kill();
        scene.deployment().database().ifPresent(database -> {
            await().atMost(PATIENCE)
                    .until(() -> database.onDuty()
                            .filter(user -> !user.equals(victim.toString()))
                            .isPresent());
            scene.load().awaitAnswers(20);
        });
        victim.start();
        return 1;
    }

    private static Node onDuty(Scene scene, Database database) {
        String user = await().atMost(PATIENCE)
                .until(database::onDuty, Optional::isPresent)
                .orElseThrow();
        return scene.deployment().nodes().stream()
                .filter(node -> node.toString().equals(user))
                .findFirst()
                .orElseThrow();
    }
}
