package dev.patchbay.server.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of the system that a fault may need. */
final class Tools {

    private Tools() {}

    /** Says that a program is not on the path. */
    static Optional<String> missing(String program) {
        boolean isThere = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        return isThere ? Optional.empty() : Optional.of(program + " is not installed");
    }
}
