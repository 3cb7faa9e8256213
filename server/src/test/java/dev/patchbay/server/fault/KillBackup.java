package dev.patchbay.server.fault;

import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.ServerProcess.Ended;
import dev.patchbay.server.fault.Inquest.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** {@code kill -9} of a backup: there is no copy, or a whole one; and one that comes to its end has all that was answered before. */
final class KillBackup implements Fault {

    private int copies;

    @Override
    public String title() {
        return "kill -9 of a backup";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.database().map(database -> "a backup is of files");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Path target = scene.deployment().directory().resolve("backup-" + ++copies);
        List<Operation> answered = scene.load().ledger().operations();
        ServerProcess killed = backup(scene, target);
        scene.linger(Duration.ofSeconds(3));
        killed.kill();
        if (!Files.exists(target)) {
            answered = scene.load().ledger().operations();
            Ended ended = backup(scene, target).end();
            if (ended.exitCode() != 0) {
                throw new IllegalStateException("no backup could be made: " + ended);
            }
        }
        Findings findings = Inquest.of(Fact.of(Deployment.sqliteLog(target)), answered);
        if (!findings.areNone()) {
            throw new AssertionError("in the backup: " + findings);
        }
        FileSystemUtils.deleteRecursively(target);
        return 1;
    }

    private static ServerProcess backup(Scene scene, Path target) {
        return ServerProcess.terminal(
                Map.of(),
                "backup",
                "--data-dir",
                scene.deployment().nodes().getFirst().directory().toString(),
                "--to",
                target.toString());
    }
}
