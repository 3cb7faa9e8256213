package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Measures how calls are recorded and counted, on a number with few calls and on one with very many. */
public final class CallBenchmark {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int LINES_OF_A_BATCH = 100_000;
    private static final int FEW = 10;

    private CallBenchmark() {}

    /** Takes the path of the jar, the seconds of each measurement, and how many calls the busy number has. */
    public static void main(String... arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        int many = Integer.parseInt(arguments[2]);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar.toAbsolutePath() + " is not there: build it first");
        }
        Path directory = Scratch.under(Path.of("target"));
        System.out.println(Row.HEADING);
        Disk.appendAndForce(directory, 1, time).print();
        Disk.appendAndForce(directory, 64, time).print();
        try (Server server = Server.start(jar, directory.resolve("data"))) {
            Account account = Account.open(server);
            singly(server, account, time);
            long quiet = account.purchaseNumber();
            long busy = account.purchaseNumber();
            new Batch(account, quiet, FEW).record(0);
            fill(account, busy, many);
            readings(server, account, time, quiet, FEW);
            readings(server, account, time, busy, many);
            server.memory("after the load").print();
            server.processorTime().print();
        }
        System.out.println(Conditions.of(directory, WARM_UP, time));
    }

    private static void singly(Server server, Account account, Duration time) throws IOException {
        long number = account.purchaseNumber();
        new Load(server.address(), CONNECTIONS.getLast(), FIRST_WARM_UP, Duration.ZERO)
                .run(() -> () -> account.recordingOfCall(number));
        for (int connections : CONNECTIONS) {
            new Load(server.address(), connections, WARM_UP, time)
                    .run(() -> () -> account.recordingOfCall(number))
                    .row("POST /virtual_numbers/:id/calls")
                    .print();
        }
    }

    private static void fill(Account account, long number, int many) throws IOException {
        Batch batch = new Batch(account, number, Math.min(many, LINES_OF_A_BATCH));
        long begin = System.nanoTime();
        for (int recorded = 0; recorded < many; recorded += batch.lines()) {
            batch.record(recorded);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String measured = String.format(Locale.ROOT, "POST /calls/batch, lines of batches of %,d", batch.lines());
        Row.of(measured, String.format(Locale.ROOT, "%,.0f /s", many / seconds)).print();
    }

    private static void readings(Server server, Account account, Duration time, long number, int calls) {
        String year = "?from=2025-01-01&to=2026-01-01";
        String of = String.format(Locale.ROOT, " of a number with %,d calls", calls);
        reading(server, account, time, "GET /virtual_numbers/:id" + of, "/virtual_numbers/" + number);
        reading(
                server,
                account,
                time,
                "GET stats" + of + ", a year by the hour",
                "/virtual_numbers/" + number + "/stats" + year + "&bucket=hour&tz=Europe/Vilnius");
        reading(
                server,
                account,
                time,
                "GET stats" + of + ", a year by the hour of Kathmandu (UTC+5:45)",
                "/virtual_numbers/" + number + "/stats" + year + "&bucket=hour&tz=Asia/Kathmandu");
        reading(
                server,
                account,
                time,
                "GET stats" + of + ", a year by the month",
                "/virtual_numbers/" + number + "/stats" + year + "&bucket=month&tz=Europe/Vilnius");
        reading(server, account, time, "GET /calls" + of, "/calls?virtual_number_id=" + number);
    }

    private static void reading(Server server, Account account, Duration time, String measured, String path) {
        Request request = Request.get(path, account.key());
        new Load(server.address(), 1, WARM_UP, time)
                .run(() -> () -> request)
                .row(measured)
                .print();
    }
}
