package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Measures how the past is read: any moment, who changed what, and what is changed just now. */
public final class HistoryBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
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
            new Readings(server, account, time, begun).print(operators, number);
            new Subscription(account).follow(CHANGES_TO_FOLLOW).print();
            server.memory("after the load").print();
            server.processorTime().print();
        }
        System.out.println(Conditions.of(directory, WARM_UP, time));
    }

    /** @param begun the position from which on everything is there that is read */
    private record Readings(Server server, Account account, Duration time, long begun) {

        void print(List<Long> operators, long number) throws IOException {
            long end = account.position();
            Random dice = new Random(5);
            print("GET /operators/:id", () -> get("/operators/" + any(operators, dice)));
            print(
                    "GET /operators/:id as of a position",
                    () -> get("/operators/" + any(operators, dice) + asOf(dice, end)));
            print("GET /virtual_numbers/:id", () -> get("/virtual_numbers/" + number));
            print(
                    "GET /virtual_numbers/:id as of a position",
                    () -> get("/virtual_numbers/" + number + asOf(dice, end)));
            print("GET /operators/:id, with blame", () -> get("/operators/" + any(operators, dice) + "?include=blame"));
            print("GET /operators/:id/history", () -> get("/operators/" + any(operators, dice) + "/history"));
            print("GET /audit_events, the newest 25", () -> get("/audit_events?per_page=25"));
            String actor = "actor=api_key:" + account.keyId();
            print(
                    "GET /audit_events by actor, type and time",
                    () -> get("/audit_events?per_page=25&" + actor
                            + "&type=OperatorCreated&from=2026-01-01T00:00:00Z&to=@" + position(dice, end)));
        }

        private void print(String measured, Load.Requests requests) {
            new Load(server.address(), 1, WARM_UP, time)
                    .run(() -> requests)
                    .row(measured)
                    .print();
        }

        private Request get(String path) {
            return Request.get(path, account.key());
        }

        private String asOf(Random dice, long end) {
            return "?as_of=@" + position(dice, end);
        }

        private long position(Random dice, long end) {
            return dice.nextLong(begun, end + 1);
        }

        private static long any(List<Long> ids, Random dice) {
            return ids.get(dice.nextInt(ids.size()));
        }
    }
}
