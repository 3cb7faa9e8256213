package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All contestants, started once and measured one after the other in every round. */
final class Competition implements AutoCloseable {

    private static final Duration WARM_UP = Duration.ofSeconds(1);

    private final Path directory;
    private final RawFiles files;
    private final Duration firstCreations;
    private final Duration firstReadings;
    private final Duration time;
    private final Rates rates;
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<Contestant> contestants = new ArrayList<>();
    private final Scoreboard scoreboard = new Scoreboard(contestants);

    Competition(Path directory, RawFiles files, Duration warmUp, Duration time, Rates rates) {
        this.directory = directory;
        this.files = files;
        this.firstCreations = warmUp;
        this.firstReadings = warmUp.dividedBy(3);
        this.time = time;
        this.rates = rates;
    }

    /** Before anything is measured, and before each measurement. */
    String warmUps() {
        return firstCreations.toSeconds() + " s of POST and " + firstReadings.toSeconds() + " s of GET at the start, "
                + WARM_UP.toSeconds() + " s before each measurement";
    }

    /** Starts them and warms them up. */
    void enter(List<Contestant> newcomers) throws IOException {
        for (Contestant newcomer : newcomers) {
            System.err.println("Start and warm-up of " + newcomer.name());
            Entrant entrant = Entrant.start(newcomer, directory.resolve("entrant-" + entrants.size()));
            entrants.add(entrant);
            contestants.add(newcomer);
            entrant.create(firstCreations, Duration.ZERO);
            entrant.read(firstReadings, Duration.ZERO);
        }
    }

    /** Measures the disk and all entrants once. */
    void round(int round) throws IOException {
        System.err.println("Round " + round);
        note(round, Figure.DISK_SINGLY, Scoreboard.DISK, Disk.groups(directory, 1, time));
        note(round, Figure.DISK_GROUPS, Scoreboard.DISK, Disk.groups(directory, Figure.DISK_GROUPS.group(), time));
        List<Entrant> order = new ArrayList<>(entrants);
        Collections.shuffle(order, new Random(round));
        for (Entrant entrant : order) {
            String name = entrant.contestant().name();
            note(round, Figure.CREATING, name, entrant.create(WARM_UP, time));
            note(round, Figure.CREATING_AT_RATE, name, entrant.createAtRate(rates.creations(), WARM_UP, time));
            note(round, Figure.READING, name, entrant.read(WARM_UP, time));
            note(round, Figure.READING_AT_RATE, name, entrant.readAtRate(rates.readings(), WARM_UP, time));
        }
        for (Entrant entrant : order) {
            Contestant contestant = entrant.contestant();
            note(
                    round,
                    Figure.READY,
                    contestant.name(),
                    start(contestant, "start-" + round + "-" + contestants.indexOf(contestant)));
        }
    }

    /** The table, and the evidence that what was written is there; the totals are kept also when it is not. */
    String report() throws IOException {
        keepTotals();
        List<String> lines = new ArrayList<>();
        lines.add(scoreboard.table());
        lines.add("\n| writes found again | |\n|---|---|");
        for (Entrant entrant : entrants) {
            String name = entrant.contestant().name();
            Evidence evidence = entrant.evidence();
            evidence.require(name);
            lines.add("| " + name + " | " + evidence.text() + " |");
        }
        return String.join("\n", lines);
    }

    @Override
    public void close() throws IOException {
        for (Entrant entrant : entrants) {
            entrant.close();
        }
    }

    private Result start(Contestant contestant, String name) throws IOException {
        try (Server server = contestant.start(directory.resolve(name))) {
            return Result.of(server.readyAfter());
        }
    }

    private void note(int round, Figure figure, String of, Result result) throws IOException {
        System.err.println(figure.text() + ", " + of + ": " + result.text());
        scoreboard.add(figure, of, result);
        files.addRound(round, figure, of, result);
    }

    private void keepTotals() throws IOException {
        for (Figure figure : Figure.values()) {
            for (String of : scoreboard.measured(figure)) {
                files.addTotal(figure, of, scoreboard.together(figure, of));
            }
        }
    }
}
