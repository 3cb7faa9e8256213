package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Measures how fast a number decides to which few things have happened, or very many. */
public final class LongStreamBenchmark {

    private static final List<Integer> EVENTS = List.of(10, 1_000, 100_000);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Pattern TOGETHER = decisions("count");
    private static final Pattern SECONDS = decisions("sum");
    private static final String LENGTHEN = """
            insert into event (position, stream, sequence, aggregate_type, event_id, recorded_at, payload_type, payload_revision,
                               payload, metadata)
            with recursive further (n) as (select 1 union all select n + 1 from further where n < ?)
            select (select max(position) from event) + n, stream, sequence + n, aggregate_type, stream || '/' || n,
                   (select max(recorded_at) from event), payload_type, payload_revision,
                   json_set(payload, '$.name', 'Line ' || n), metadata
            from (select * from event where stream = ? order by sequence desc limit 1), further""";

    private final Path jar;
    private final Path data;
    private final Duration time;
    private final AtomicLong names = new AtomicLong();

    private LongStreamBenchmark(Path jar, Path data, Duration time) {
        this.jar = jar;
        this.data = data;
        this.time = time;
    }

    /** Takes the path of the jar and the seconds of each measurement. */
    public static void main(String... arguments) throws IOException, SQLException {
        Path jar = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(jar.toAbsolutePath() + " is not there: build it first");
        }
        Path directory = Scratch.under(Path.of("target"));
        System.out.println(Row.HEADING);
        Disk.appendAndForce(directory, 1, time).print();
        new LongStreamBenchmark(jar, directory.resolve("data"), time).run();
        System.out.println(Conditions.of(directory, WARM_UP, time));
    }

    private void run() throws IOException, SQLException {
        String key = prepare();
        try (Server server = Server.start(jar, data)) {
            Account account = new Account(server.address(), key);
            // What the first request of all costs is not the number's.
            account.createOperator();
            printFirst(account, "first change after it has grown");
            for (int i = 0; i < EVENTS.size(); i++) {
                print(server, account, i);
            }
        }
        try (Server server = Server.start(jar, data)) {
            Account account = new Account(server.address(), key);
            account.createOperator();
            printFirst(account, "first change after a restart");
        }
    }

    /** Makes a number for each length, which nobody would wait for to grow by requests; answers the key of their account. */
    private String prepare() throws IOException, SQLException {
        Account account;
        List<Long> numbers;
        try (Server server = Server.start(jar, data)) {
            account = Account.open(server);
            for (int i = 0; i < EVENTS.size(); i++) {
                account.send(account.purchase());
            }
            numbers = numbers(account);
            for (long number : numbers) {
                account.send(renaming(account, number));
            }
        }
        try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"))) {
            for (int i = 0; i < EVENTS.size(); i++) {
                lengthen(log, "virtual_number-" + numbers.get(i), EVENTS.get(i) - 2);
            }
        }
        return account.key();
    }

    private static void lengthen(Connection log, String stream, int by) throws SQLException {
        try (PreparedStatement insert = log.prepareStatement(LENGTHEN)) {
            insert.setInt(1, by);
            insert.setString(2, stream);
            insert.executeUpdate();
        }
    }

    private void printFirst(Account account, String what) throws IOException {
        List<Long> numbers = numbers(account);
        for (int i = 0; i < EVENTS.size(); i++) {
            Request request = renaming(account, numbers.get(i));
            long start = System.nanoTime();
            account.send(request);
            double millis = (System.nanoTime() - start) / 1e6;
            Row.of(what + ", " + events(i), String.format(Locale.ROOT, "%,.1f ms", millis))
                    .print();
        }
    }

    private void print(Server server, Account account, int index) throws IOException {
        long number = numbers(account).get(index);
        double decisions = metric(TOGETHER, account);
        double seconds = metric(SECONDS, account);
        new Load(server.address(), 1, WARM_UP, time)
                .run(() -> () -> renaming(account, number))
                .row("PATCH /virtual_numbers/:id, " + events(index))
                .print();
        double each = (metric(SECONDS, account) - seconds) / (metric(TOGETHER, account) - decisions);
        Row.of(
                        "of that deciding until durable, mean, " + events(index),
                        String.format(Locale.ROOT, "%.2f ms", each * 1e3))
                .print();
    }

    /** The shortest first, whatever they are called by now. */
    private static List<Long> numbers(Account account) throws IOException {
        return account.numbers().stream().sorted().toList();
    }

    private static String events(int index) {
        return String.format(Locale.ROOT, "%,d events", EVENTS.get(index));
    }

    /** To something else each time. */
    private Request renaming(Account account, long number) {
        String name = "{\"name\": \"Sales " + names.getAndIncrement() % 2 + "\"}";
        return Request.patch("/virtual_numbers/" + number, account.key(), name);
    }

    private static Pattern decisions(String what) {
        return Pattern.compile(
                "(?m)^patchbay_commands_seconds_" + what + "\\{[^}]*outcome=\"ok\"[^}]*type=\"Together\"[^}]*} (\\S+)");
    }

    private static double metric(Pattern of, Account account) throws IOException {
        return Double.parseDouble(Account.find(of, account.send(Request.metrics())));
    }
}
