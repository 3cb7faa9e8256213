package dev.patchbay.benchmarks;

import dev.patchbay.benchmarks.Comparison.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What was measured in all rounds, as a table. */
final class Scoreboard {

    static final String DISK = "the disk";

    private static final String NOTHING = "-";

    private static final List<Figure> CONTESTED =
            List.of(Figure.CREATING, Figure.CREATING_AT_RATE, Figure.READING, Figure.READING_AT_RATE, Figure.READY);

    private static final String HEADING = """
            | measured | of | answered writes are | result | connections | p50 ms | p99 ms | failed | x best stock store | x best that syncs | x disk, singly |
            |---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|""";

    private final List<Contestant> contestants;
    private final Map<Figure, Map<String, List<Result>>> rounds = new EnumMap<>(Figure.class);

    Scoreboard(List<Contestant> contestants) {
        this.contestants = contestants;
    }

    void add(Figure figure, String of, Result round) {
        rounds.computeIfAbsent(figure, any -> new LinkedHashMap<>())
                .computeIfAbsent(of, any -> new ArrayList<>())
                .add(round);
    }

    /** Of whom. */
    Set<String> measured(Figure figure) {
        return rounds.getOrDefault(figure, Map.of()).keySet();
    }

    /** What came of all rounds. */
    Result together(Figure figure, String of) {
        return Result.together(rounds.getOrDefault(figure, Map.of()).getOrDefault(of, List.of()));
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        lines.add(diskLine(Figure.DISK_SINGLY));
        lines.add(diskLine(Figure.DISK_GROUPS));
        for (Figure figure : CONTESTED) {
            Comparison comparison = comparison(figure);
            contestants.forEach(contestant -> lines.add(line(figure, contestant, comparison)));
        }
        return String.join("\n", lines);
    }

    private Comparison comparison(Figure figure) {
        return new Comparison(contestants.stream()
                .map(contestant -> new Standing(
                        contestant.isStock(),
                        contestant.durability().synced(),
                        figure.score(together(figure, contestant.name()))))
                .toList());
    }

    private String diskLine(Figure figure) {
        Result result = together(figure, DISK);
        return line(
                figure.text(),
                DISK,
                "synced (fdatasync)",
                perSecond(figure, result),
                "1",
                millis(result, 50),
                millis(result, 99),
                "0",
                "",
                "",
                times(timesTheDisk(figure, result)));
    }

    private String line(Figure figure, Contestant contestant, Comparison comparison) {
        Result result = together(figure, contestant.name());
        OptionalDouble score = figure.score(result);
        boolean start = figure == Figure.READY;
        boolean writing = figure == Figure.CREATING || figure == Figure.CREATING_AT_RATE;
        return line(
                figure.text(),
                contestant.name(),
                writing ? contestant.durability().text() : "",
                start ? String.format(Locale.ROOT, "%,.0f ms", result.millis(50)) : perSecond(figure, result),
                start ? "" : Integer.toString(result.connections()),
                start ? "" : millis(result, 50),
                start ? "" : millis(result, 99),
                start ? "" : Long.toString(result.failed()),
                times(comparison.toBestStock(score)),
                writing ? times(comparison.toBestSyncedStock(score)) : "",
                figure == Figure.CREATING ? times(timesTheDisk(figure, result)) : "");
    }

    private OptionalDouble timesTheDisk(Figure figure, Result result) {
        OptionalDouble score = figure.score(result);
        return score.isPresent()
                ? OptionalDouble.of(
                        score.getAsDouble() / Figure.DISK_SINGLY.perSecond(together(Figure.DISK_SINGLY, DISK)))
                : score;
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String perSecond(Figure figure, Result result) {
        return String.format(Locale.ROOT, "%,.0f /s", figure.perSecond(result));
    }

    private static String millis(Result result, double percentile) {
        return result.hasAnswers() ? String.format(Locale.ROOT, "%.2f", result.millis(percentile)) : NOTHING;
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()) : NOTHING;
    }
}
