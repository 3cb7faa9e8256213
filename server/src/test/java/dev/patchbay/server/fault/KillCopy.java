package dev.patchbay.server.fault;

import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.ServerProcess.Ended;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** {@code kill -9} of a copy of the log to another store, while no process serves it; the same command goes on, and has all. */
final class KillCopy implements Fault {

    private int copies;

    @Override
    public String title() {
        return "kill -9 of copy-log";
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Path target = scene.deployment().directory().resolve("copy-" + ++copies);
        for (Node node : scene.deployment().nodes()) {
            node.terminate();
        }
        ServerProcess killed = copy(scene, target);
        scene.linger(Duration.ofSeconds(3));
        killed.kill();
        Ended ended = copy(scene, target).end();
        if (ended.exitCode() != 0) {
            throw new IllegalStateException("the log could not be copied: " + ended);
        }
        if (!Fact.of(Deployment.sqliteLog(target)).equals(scene.deployment().facts())) {
            throw new AssertionError("the copy is another log");
        }
        scene.deployment().start();
        FileSystemUtils.deleteRecursively(target);
        return 1;
    }

    private static ServerProcess copy(Scene scene, Path target) {
        Deployment.Log log = scene.deployment().log();
        return ServerProcess.terminal(log.variables(), "copy-log", "--from", log.store(), "--to", "sqlite:" + target);
    }
}
