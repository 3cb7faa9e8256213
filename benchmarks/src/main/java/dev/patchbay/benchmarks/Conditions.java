package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What one has to know to read the table. */
final class Conditions {

    private Conditions() {}

    static String of(Path directory, Duration warmUp, Duration time) throws IOException {
        return String.join(
                " ",
                "\nA write is answered after its events are synced to the disk (SQLite, WAL, synchronous=FULL) and the views",
                "show them; each 202 or other status than documented counts as failed. Closed loop over loopback, after a warm-up of",
                warmUp.toSeconds() + " s, " + time.toSeconds() + " s each; load and server share",
                Runtime.getRuntime().availableProcessors() + " processors; Java " + Runtime.version() + ";",
                Files.getFileStore(directory).type()
                        + ". Each measurement has an account of its own, small where a number's",
                "detail is answered (add_operator: 10 operators; GET: 3 attached, 3 available).");
    }
}
