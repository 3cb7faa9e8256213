package dev.patchbay.benchmarks;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A line of the table. */
record Row(String measured, String result, String connections, String p50, String p99, String failed) {

    static final String HEADING = """
            | measured | result | connections | p50 ms | p99 ms | failed |
            |---|---:|---:|---:|---:|---:|""";

    /** One figure with its unit. */
    static Row of(String measured, String result) {
        return new Row(measured, result, "", "", "", "");
    }

    static Row ofLoad(String measured, int connections, double perSecond, Histogram nanos, long failed) {
        return new Row(
                measured,
                String.format(Locale.ROOT, "%,.0f /s", perSecond),
                Integer.toString(connections),
                millis(nanos, 50),
                millis(nanos, 99),
                Long.toString(failed));
    }

    void print() {
        System.out.println("| " + String.join(" | ", measured, result, connections, p50, p99, failed) + " |");
    }

    private static String millis(Histogram nanos, double percentile) {
        return String.format(Locale.ROOT, "%.2f", nanos.getValueAtPercentile(percentile) / 1e6);
    }
}
