package dev.patchbay.rest.agent.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the rows of an import, in their order. */
final class Journal {
    private static final int LONGEST_ECHO = 320;

    private final long total;
    private final Instant startedAt;
    private final List<String> logs = new ArrayList<>();
    private long success;
    private long errors;
    private @Nullable Instant endedAt;

    Journal(long total, Instant startedAt) {
        this.total = total;
        this.startedAt = startedAt;
    }

    synchronized void created(Row row, Newcomer newcomer) {
        success++;
        logs.add("Row " + row.number() + ": Created agent " + newcomer.name() + " (" + newcomer.email() + ")");
    }

    synchronized void failed(Row row, String why) {
        errors++;
        String email = row.cell("email");
        String echo = email.isEmpty() || email.length() > LONGEST_ECHO ? "" : " (" + email + ")";
        String reason = why.length() > LONGEST_ECHO ? why.substring(0, LONGEST_ECHO) + "..." : why;
        logs.add("Row " + row.number() + echo + ": Error - " + reason);
    }

    synchronized void completed(Instant at) {
        endedAt = at;
        logs.add("Import completed: " + success + " of " + total + " successful, " + errors + " failed");
    }

    /** Nothing more will come; if that was not to be expected, then not all rows were looked at. */
    synchronized void interruptedIfRunning(Instant at) {
        if (endedAt != null) {
            return;
        }
        endedAt = at;
        logs.add("Import interrupted: " + success + " of " + total + " successful, " + errors + " failed");
    }

    synchronized boolean isRunning() {
        return endedAt == null;
    }

    /** Whether the import ended before a time. */
    synchronized boolean endedBefore(Instant time) {
        return endedAt != null && endedAt.isBefore(time);
    }

    synchronized ImportStatus status() {
        return new ImportStatus(endedAt == null, logs, total, success, errors, startedAt, endedAt);
    }
}
