package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Measures a long log: how it is read as a whole, exported and replayed, and how single answers are read from it meanwhile. */
public final class ReplayBenchmark {

    private static final int OPERATORS = 100_000;
    private static final int NUMBERS = 10_000;
    private static final int NUMBERS_WITH_CALLS = 99;
    private static final int OPERATORS_OF_SMALL_ACCOUNT = 10;
    private static final int CHANGES_TO_FOLLOW = 2_000;
    private static final int THREADS = 8;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private ReplayBenchmark() {}

    /** Takes the path of the jar, the seconds of each measurement, and how many calls there are. */
    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        int calls = Integer.parseInt(arguments[2]);
        Path directory = Scratch.under(Path.of("target"));
        Path data = directory.resolve("data");
        System.out.println(Row.HEADING);
        long events;
        try (Server server = Server.start(jar, data)) {
            Account account = Account.open(server);
            atOnce(OPERATORS, () -> account.send(account.operatorCreation()));
            atOnce(NUMBERS, () -> account.send(account.purchase()));
            Account small = Account.open(server);
            small.createOperators(OPERATORS_OF_SMALL_ACCOUNT);
            long number = small.purchaseNumber();
            long begun = small.position();
            int lines = calls / (NUMBERS_WITH_CALLS + 1);
            new Batch(small, number, lines).record(0);
            List<Long> numbers = account.numbers().subList(0, NUMBERS_WITH_CALLS);
            for (int each = 0; each < numbers.size(); each++) {
                new Batch(account, numbers.get(each), lines).record((each + 1) * lines);
            }
            events = small.position();
            new Readings(server, account, time, begun).print(account.operators(), small, number);
            new Subscription(account).follow(CHANGES_TO_FOLLOW).print();
            row("GET /exports/events, NDJSON", events, export(account)).print();
            replay(server, account);
            server.memory("after the replay").print();
        }
        Duration usual = start(jar, data);
        try (DirectoryStream<Path> views = Files.newDirectoryStream(data, "views*")) {
            for (Path file : views) {
                Files.delete(file);
            }
        }
        row("every view built anew from the log", events, start(jar, data).minus(usual))
                .print();
        System.out.println(Conditions.of(directory, Readings.WARM_UP, time));
    }

    private static Duration start(Path jar, Path data) throws IOException {
        try (Server server = Server.start(jar, data)) {
            return server.readyAfter();
        }
    }

    /** Until the new views answer; somebody reads operators all the time. */
    private static void replay(Server server, Account account) throws Exception {
        Account admin = new Account(server.address(), Server.FIRST_KEY);
        List<Long> operators = account.operators();
        Random dice = new Random(7);
        Load reading = new Load(server.address(), 1, Duration.ZERO, LONGEST);
        long events = account.position();
        long begin = System.nanoTime();
        admin.send(Request.post("/projections/views/replays", admin.key(), "{}", 201));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Duration> replayed = threads.submit(() -> {
                while (admin.send(Request.get("/projections/views/replays/1", admin.key()))
                        .contains("\"status\":\"running\"")) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
                return Duration.ofNanos(System.nanoTime() - begin);
            });
            Result read = reading.run(() -> () ->
                    replayed.isDone() ? null : account.readingOperator(operators.get(dice.nextInt(operators.size()))));
            row("a replay of every view, compared and switched", events, replayed.get())
                    .print();
            read.row("GET /operators/:id meanwhile").print();
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
