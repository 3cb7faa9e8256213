package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures Patchbay beside Axon's stock stores and the disk, in rounds, so that noise hits all alike. */
public final class PeerBenchmark {

    private PeerBenchmark() {}

    /**
     * Takes the path of the jar, the seconds of each measurement, a number for others, the rate of writes in the open loop, the rounds,
     * the seconds of the warm-up, and the rate of reads in the open loop.
     */
    public static void main(String... arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        int rounds = Integer.parseInt(arguments[4]);
        Duration warmUp = Duration.ofSeconds(Integer.parseInt(arguments[5]));
        Rates rates = new Rates(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[6]));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar.toAbsolutePath() + " is not there: build it first");
        }
        Path directory = Scratch.under(Path.of("target"));
        try (PostgreSql postgreSql = PostgreSql.start(directory);
                RawFiles files = RawFiles.under(Path.of("target", "measurements"));
                Competition competition = new Competition(directory, files, warmUp, time, rates)) {
            competition.enter(StockStore.all(postgreSql));
            competition.enter(List.of(new Patchbay(jar)));
            for (int round = 1; round <= rounds; round++) {
                competition.round(round);
            }
            String report = competition.report() + "\n"
                    + conditions(directory, postgreSql, competition.warmUps(), time, rates, rounds);
            files.addTable(report);
            System.out.println(report);
            System.out.println("\nRaw files: " + files.directory());
        }
    }

    private static String conditions(
            Path directory, PostgreSql postgreSql, String warmUps, Duration time, Rates rates, int rounds)
            throws IOException {
        return String.join(
                " ",
                "\nRounds: " + rounds + ", each contestant " + time.toSeconds()
                        + " s per figure and round in another order; warm-up " + warmUps + ";",
                "the load and all servers share",
                Runtime.getRuntime().availableProcessors() + " processors; every JVM " + Server.HEAP + ", Java "
                        + Runtime.version() + "; PostgreSQL " + postgreSql.version() + ";",
                Files.getFileStore(directory).type() + ". Open loop: " + rates.text()
                        + " for all, timed from when each was to be sent.",
                "Ratios: above 1 is better; requests per second, of the open loop p99, of the start its time.");
    }
}
