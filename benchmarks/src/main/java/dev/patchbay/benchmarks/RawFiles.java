package dev.patchbay.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Every round as it was measured, for those who want to look closer: rows as CSV, latencies as logs of HdrHistogram. */
final class RawFiles implements AutoCloseable {

    private static final double NANOS_OF_MILLI = 1e6;

    private final Path directory;
    private final CsvWriter rows;
    private final HistogramLogWriter latencies;

    private RawFiles(Path directory) throws IOException {
        this.directory = directory;
        this.rows = CsvWriter.builder().build(directory.resolve("rows.csv"));
        this.latencies = new HistogramLogWriter(directory.resolve("rounds.hlog").toFile());
        latencies.outputLogFormatVersion();
        latencies.outputLegend();
        rows.writeRecord(
                "round",
                "figure",
                "of",
                "connections",
                "seconds",
                "answered",
                "failed",
                "per_second",
                "p50_ms",
                "p90_ms",
                "p99_ms",
                "p999_ms",
                "max_ms");
    }

    /** In a directory that is named after the time. */
    static RawFiles under(Path parent) throws IOException {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        return new RawFiles(
                Files.createDirectories(parent.resolve(now)).toAbsolutePath().normalize());
    }

    Path directory() {
        return directory;
    }

    void addRound(int round, Figure figure, String of, Result result) throws IOException {
        rows.writeRecord(
                Integer.toString(round),
                figure.slug(),
                of,
                Integer.toString(result.connections()),
                decimal(result.elapsed().toNanos() / 1e9),
                Long.toString(result.nanos().getTotalCount()),
                Long.toString(result.failed()),
                decimal(figure.perSecond(result)),
                decimal(result.millis(50)),
                decimal(result.millis(90)),
                decimal(result.millis(99)),
                decimal(result.millis(99.9)),
                decimal(result.millis(100)));
        rows.flush();
        Histogram nanos = result.nanos();
        long now = System.currentTimeMillis();
        nanos.setStartTimeStamp(now - result.elapsed().toMillis());
        nanos.setEndTimeStamp(now);
        nanos.setTag(slug(figure, of));
        latencies.outputIntervalHistogram(nanos);
    }

    /** The percentiles of all rounds, in milliseconds. */
    void addTotal(Figure figure, String of, Result result) throws IOException {
        try (PrintStream file = new PrintStream(Files.newOutputStream(directory.resolve(slug(figure, of) + ".hgrm")))) {
            result.nanos().outputPercentileDistribution(file, NANOS_OF_MILLI);
        }
    }

    void addTable(String table) throws IOException {
        Files.writeString(directory.resolve("table.md"), table + "\n");
    }

    @Override
    public void close() throws IOException {
        rows.close();
        latencies.close();
    }

    private static String slug(Figure figure, String of) {
        return figure.slug() + "." + of.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
