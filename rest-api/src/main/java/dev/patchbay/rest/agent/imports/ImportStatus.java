package dev.patchbay.rest.agent.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an import is, as it is answered. */
record ImportStatus(
        boolean running,
        List<String> logs,
        long total,
        long success,
        long errors,
        Instant startedAt,
        @Nullable Instant endedAt) {

    ImportStatus {
        logs = List.copyOf(logs);
    }
}
