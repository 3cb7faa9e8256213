package dev.patchbay.server.fault;

import dev.patchbay.server.ServerSettings.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of a process jumps forward and back, by minutes and by an hour, while the others' goes on. */
final class ClockJump implements Fault {

    private static final List<Integer> SECONDS = List.of(90, -90, 3600, -3600, 0);

    private final Part part;

    ClockJump(Part part) {
        this.part = part;
    }

    @Override
    public String title() {
        return "clock" + part.of() + " jumps by up to an hour";
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return library().isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed");
    }

    @Override
    public int strike(Scene scene) throws Exception {
        Node victim = scene.any(part);
        Path offset = scene.deployment().directory().resolve("offset");
        set(offset, 0);
        victim.terminate();
        victim.start(Map.of(
                "LD_PRELOAD",
                library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                // Only the time of day jumps, and who waits for a while waits as long as ever.
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0"));
        for (int seconds : SECONDS) {
            set(offset, seconds);
            scene.linger(Duration.ofMillis(1200), Duration.ofMillis(2000));
            scene.load().awaitAnswers(40);
            if (seconds == 3600 && part.does(Role.COMMAND)) {
                requireThatItHasJumped(scene.deployment());
            }
        }
        victim.kill();
        victim.start();
        return SECONDS.size();
    }

    /** The log has the time of those who decide. */
    private static void requireThatItHasJumped(Deployment deployment) {
        List<Fact> facts = deployment.facts();
        long micros = facts.getLast().recordedAt();
        if (micros / 1_000_000 < Instant.now().getEpochSecond() + 1800) {
            throw new IllegalStateException("the clock has not jumped");
        }
    }

    private static void set(Path file, int seconds) throws IOException {
        Files.writeString(file, "%+d%n".formatted(seconds));
    }

    private static Optional<Path> library() {
        return Stream.of("/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(directory -> Path.of(directory, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }
}
