package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures how the past is read: any moment, who changed what, and what is changed just now. */
public final class HistoryBenchmark {

    private static final int LINES_OF_A_BATCH = 100_000;
    private static final int OPERATORS = 1_000;
    private static final int ATTACHED = 10;
    private static final int CHANGES_TO_FOLLOW = 2_000;

    private HistoryBenchmark() {}

    /** Takes the path of the jar, the seconds of each measurement, and how many calls there are. */
    public static void main(String... arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        int calls = Integer.parseInt(arguments[2]);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar.toAbsolutePath() + " is not there: build it first");
        }
        Path directory = Scratch.under(Path.of("target"));
        System.out.println(Row.HEADING);
        Disk.appendAndForce(directory, 1, time).print();
        try (Server server = Server.start(jar, directory.resolve("data"))) {
            Account account = Account.open(server);
            List<Long> operators = account.createOperators(OPERATORS);
            long number = account.purchaseNumber();
            for (long operator : operators.subList(0, ATTACHED)) {
                account.send(account.attachment(number, operator));
            }
            long begun = account.position();
            Batch batch = new Batch(account, number, Math.min(calls, LINES_OF_A_BATCH));
            for (int recorded = 0; recorded < calls; recorded += batch.lines()) {
                batch.record(recorded);
            }
            new Readings(server, account, time, begun).print(operators, account, number);
            new Subscription(account).follow(CHANGES_TO_FOLLOW).print();
            server.memory("after the load").print();
            server.processorTime().print();
        }
        System.out.println(Conditions.of(directory, Readings.WARM_UP, time));
    }
}
