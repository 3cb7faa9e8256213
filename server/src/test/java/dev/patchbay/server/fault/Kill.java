package dev.patchbay.server.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;

/** {@code kill -9} of a process, where there are several half the time of the one that is on duty; the others go on alone. */
final class Kill implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String title() {
        return "kill -9 of a process";
    }

    @Override
    public int strike(Scene scene) {
        Node victim = scene.deployment()
                .database()
                .filter(database -> scene.random().nextBoolean())
                .map(database -> onDuty(scene, database))
                .orElseGet(scene::anyNode);
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
