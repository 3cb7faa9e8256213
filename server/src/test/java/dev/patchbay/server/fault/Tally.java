package dev.patchbay.server.fault;

import dev.patchbay.server.fault.Ledger.Counts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened in a run, one line for each kind of fault. */
final class Tally {

    private static final String LINE = "| %-18s | %-55s | %6s | %12s | %7s | %7s | %11s | %4s | %7s |%n";

    private final String deployment;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(int faults, Counts counts, int lost, int doubled) {
        Row plus(Row more) {
            return new Row(faults + more.faults, counts.plus(more.counts), lost + more.lost, doubled + more.doubled);
        }
    }

    Tally(Deployment deployment) {
        this.deployment = deployment.toString();
    }

    void add(String fault, int times, Counts counts, int lost, int doubled) {
        Row unused = rows.merge(fault, new Row(times, counts, lost, doubled), Row::plus);
    }

    /** The table. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder()
                .append(LINE.formatted(
                        "deployment",
                        "fault",
                        "faults",
                        "acknowledged",
                        "refused",
                        "unknown",
                        "unavailable",
                        "lost",
                        "doubled"))
                .append("|---".repeat(9))
                .append("|\n");
        rows.forEach((fault, row) -> table.append(line(fault, row)));
        rows.values().stream().reduce(Row::plus).ifPresent(all -> table.append(line("all", all)));
        return table.toString();
    }

    private String line(String fault, Row row) {
        Counts counts = row.counts;
        return LINE.formatted(
                deployment,
                fault,
                row.faults,
                counts.acknowledged(),
                counts.refused(),
                counts.unknown(),
                counts.unavailable(),
                row.lost,
                row.doubled);
    }
}
