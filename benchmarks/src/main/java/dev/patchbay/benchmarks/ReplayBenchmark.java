package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how fast a long log is read as a whole: every view built anew from it, and all of it exported. */
public final class ReplayBenchmark {

    private static final int OPERATORS = 100_000;
    private static final int NUMBERS = 10_000;
    private static final int NUMBERS_WITH_CALLS = 100;
    private static final int THREADS = 8;

    private ReplayBenchmark() {}

    /** Takes the path of the jar, a time that is not needed, and how many calls there are. */
    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        int calls = Integer.parseInt(arguments[2]);
        Path directory = Scratch.under(Path.of("target"));
        Path data = directory.resolve("data");
        System.out.println(Row.HEADING);
        long events;
        try (Server server = Server.start(jar, data)) {
            Account account = Account.open(server);
            atOnce(OPERATORS, () -> account.send(account.operatorCreation()));
            atOnce(NUMBERS, () -> account.send(account.purchase()));
            List<Long> numbers = account.numbers().subList(0, NUMBERS_WITH_CALLS);
            int lines = calls / NUMBERS_WITH_CALLS;
            for (int each = 0; each < numbers.size(); each++) {
                new Batch(account, numbers.get(each), lines).record(each * lines);
            }
            events = account.position();
            row("GET /exports/events, NDJSON", events, export(account)).print();
        }
        Duration usual = start(jar, data);
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(data.resolve("views.db" + end));
        }
        row("every view built anew from the log", events, start(jar, data).minus(usual))
                .print();
        System.out.println(Conditions.of(directory, Duration.ZERO, usual));
    }

    private static Duration start(Path jar, Path data) throws IOException {
        try (Server server = Server.start(jar, data)) {
            return server.readyAfter();
        }
    }

    private static Duration export(Account account) throws IOException {
        long begin = System.nanoTime();
        URI address = URI.create(
                "http://127.0.0.1:" + account.address().getPort() + "/api/v1/public/exports/events?format=ndjson");
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        request.setRequestProperty("Authorization", "Bearer " + account.key());
        try (InputStream body = request.getInputStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void atOnce(int count, Callable<?> one) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int each = 0; each < count; each++) {
                all.add(threads.submit(one));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private static Row row(String measured, long events, Duration time) {
        double seconds = time.toMillis() / 1e3;
        return Row.of(
                String.format(Locale.ROOT, "%s, of %,d events, in %,.1f s", measured, events, seconds),
                String.format(Locale.ROOT, "%,.0f /s", events / seconds));
    }
}
