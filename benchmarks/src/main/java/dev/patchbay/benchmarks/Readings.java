package dev.patchbay.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Answers about now and about the past, asked for on one connection, one kind after the other.
 *
 * @param begun the position from which on everything is there that is read
 */
record Readings(Server server, Account account, Duration time, long begun) {

    static final Duration WARM_UP = Duration.ofSeconds(5);

    /**
     * Prints a row for each kind.
     *
     * @param operators of the account
     * @param number of the owner, whose operators are listed with it
     */
    void print(List<Long> operators, Account owner, long number) throws IOException {
        long end = owner.position();
        Random dice = new Random(5);
        print("GET /operators/:id", () -> get("/operators/" + any(operators, dice)));
        print("GET /operators/:id as of a position", () -> get("/operators/" + any(operators, dice) + asOf(dice, end)));
        print("GET /virtual_numbers/:id", () -> owner.readingNumber(number));
        print(
                "GET /virtual_numbers/:id as of a position",
                () -> Request.get("/virtual_numbers/" + number + asOf(dice, end), owner.key()));
        print("GET /operators/:id, with blame", () -> get("/operators/" + any(operators, dice) + "?include=blame"));
        print("GET /operators/:id/history", () -> get("/operators/" + any(operators, dice) + "/history"));
        print("GET /audit_events, the newest 25", () -> get("/audit_events?per_page=25"));
        String actor = "actor=api_key:" + account.keyId();
        print(
                "GET /audit_events by actor, type and time",
                () -> get("/audit_events?per_page=25&" + actor + "&type=OperatorCreated&from=2026-01-01T00:00:00Z&to=@"
                        + position(dice, end)));
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
