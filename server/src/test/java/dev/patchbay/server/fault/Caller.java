package dev.patchbay.server.fault;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.fault.Operation.Expected;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client that changes things of its own and things that all share, each until it is answered, and looks now and then. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RACERS = 3;
    private static final String OPERATOR = "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}";

    private final String name;
    private final Load load;
    private final Random random;
    private final TreeMap<Long, Known> operators = new TreeMap<>();
    private int asked;
    private int server;

    /** What the client knows of an operator of its own. */
    private static final class Known {
        private String name = "";
        private final TreeSet<Long> rings = new TreeSet<>();
    }

    Caller(int number, Load load, long seed) {
        this.name = "c" + number;
        this.load = load;
        this.random = new Random(seed);
    }

    /** Asks one thing after another until the load is over; what was begun comes to its end. */
    void call() throws InterruptedException {
        while (!load.isOver()) {
            server = random.nextInt(64);
            callOnce();
        }
    }

    private void callOnce() throws InterruptedException {
        int choice = operators.size() < 2 ? 0 : random.nextInt(20);
        if (choice < 4) {
            create();
        } else if (choice < 7) {
            rename();
        } else if (choice < 11) {
            renameWhatIsShared();
        } else if (choice < 15) {
            ring();
        } else if (choice < 18) {
            delete();
        } else if (choice < 19) {
            raceForANumber();
        } else {
            raceForAKey();
        }
    }

    private void create() throws InterruptedException {
        String key = key();
        done(own(key, "POST", "operators", OPERATOR.formatted(key), "OperatorCreated", Map.of("name", key)))
                .ifPresent(reply -> {
                    Known known = new Known();
                    known.name = key;
                    operators.put(reply.id(), known);
                });
    }

    private void rename() throws InterruptedException {
        long id = mine();
        String key = key();
        Map<String, Object> values = Map.of("operatorId", id, "name", key);
        Operation operation = own(key, "PATCH", "operators/" + id, name(key), "OperatorRenamed", values);
        Optional<Reply> renamed = done(operation);
        if (renamed.isPresent()) {
            known(id).name = key;
            look(id, operation);
        }
    }

    private void renameWhatIsShared() throws InterruptedException {
        long id = load.sharedNumber(random);
        String path = "virtual_numbers/" + id;
        Optional<Reply> seen = read(path);
        if (seen.isPresent() && seen.get().status() == 200) {
            String key = key();
            Expected expected = new Expected("VirtualNumberRenamed", Map.of("virtualNumberId", id, "name", key));
            Optional<Reply> unused = done(new Operation(
                    key, name, "PATCH", path, name(key), seen.get().etag(), expected));
        }
    }

    private void ring() throws InterruptedException {
        long operator = mine();
        long number = load.sharedNumber(random);
        String path = "virtual_numbers/" + number + "/operators";
        Map<String, Object> values = Map.of("virtualNumberId", number, "operatorId", operator);
        TreeSet<Long> rings = known(operator).rings;
        if (rings.contains(number)) {
            done(own(key(), "DELETE", path + "/" + operator, null, "OperatorDetached", values))
                    .ifPresent(reply -> rings.remove(number));
        } else {
            String body = "{\"operator_id\": " + operator + "}";
            done(own(key(), "POST", path, body, "OperatorAttached", values)).ifPresent(reply -> rings.add(number));
        }
    }

    private void delete() throws InterruptedException {
        long id = mine();
        Optional<Reply> deleted =
                done(own(key(), "DELETE", "operators/" + id, null, "OperatorDeleted", Map.of("operatorId", id)));
        if (deleted.isPresent()) {
            operators.remove(id);
        }
    }

    /** Several ask for one telephone number at once, each under a key of its own. */
    private void raceForANumber() throws InterruptedException {
        String phoneNumber = load.nextPhoneNumber();
        String body = "{\"phone_number\": \"" + phoneNumber + "\"}";
        Map<String, Object> values = Map.of("phoneNumber", phoneNumber);
        race(racer -> new Operation(
                key() + "-" + racer,
                name,
                "POST",
                "virtual_numbers/purchase",
                body,
                null,
                new Expected("VirtualNumberRegistered", values)));
    }

    /** Several ask for the same under one key at once. */
    private void raceForAKey() throws InterruptedException {
        String key = key();
        String body = OPERATOR.formatted(key);
        Expected expected = new Expected("OperatorCreated", Map.of("name", key));
        race(racer -> new Operation(key, name + racer, "POST", "operators", body, null, expected));
    }

    private void race(IntFunction<Operation> request) throws InterruptedException {
        List<Operation> requests = IntStream.range(0, RACERS).mapToObj(request).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Reply>>> replies = new ArrayList<>();
            for (Operation each : requests) {
                int first = server + replies.size();
                replies.add(threads.submit(() -> done(each, first)));
            }
            for (Future<Optional<Reply>> reply : replies) {
                Optional<Reply> unused = reply.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<Reply> done(Operation operation) throws InterruptedException {
        return done(operation, server);
    }

    /** The answer, if it is that it has been done. */
    private Optional<Reply> done(Operation operation, int first) throws InterruptedException {
        int asked = first;
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < patience && !load.isBroken()) {
            Optional<Reply> reply = attempt(operation, asked);
            if (reply.isPresent()) {
                operation.answered(reply.get());
                load.ledger().answered(operation);
                return reply.filter(answer -> operation.isAcknowledged());
            }
            asked++;
            load.breathe();
        }
        throw new IllegalStateException(operation + " was not answered within " + PATIENCE);
    }

    /** An answer that is the last word. */
    private Optional<Reply> attempt(Operation operation, int server) {
        try {
            Reply reply = operation.ask(load.deployment().client(server));
            if (isUnavailable(reply)) {
                load.ledger().unavailable();
                return Optional.empty();
            }
            if (reply.status() == 409 && reply.header("Retry-After").isPresent()) {
                return Optional.empty();
            }
            if (reply.status() == 500) {
                load.ledger().strange(operation + ": " + reply);
            }
            return Optional.of(reply);
        } catch (ConnectException nobodyThere) {
            return Optional.empty();
        } catch (IOException broken) {
            load.ledger().unknown();
            return Optional.empty();
        } catch (AssertionError notAsDocumented) {
            load.ledger().unknown();
            load.ledger().strange(operation + ": " + notAsDocumented.getMessage());
            return Optional.empty();
        }
    }

    /** 202: it is in the log, and cannot be shown yet. */
    private static boolean isUnavailable(Reply reply) {
        return reply.status() == 202 || reply.status() == 503;
    }

    /** What one process has answered it shows afterwards, and every other that is told the position, if it answers. */
    private void look(long id, Operation operation) {
        String wanted = known(id).name;
        String path = "operators/" + id;
        try {
            Reply reply = random.nextBoolean()
                    ? operation.lastAsked().exchange("GET", path, null)
                    : load.deployment()
                            .client(random.nextInt(8))
                            .exchange(
                                    "GET",
                                    path,
                                    null,
                                    "Patchbay-Min-Position",
                                    Long.toString(operation.answer().position()));
            boolean isSo = reply.status() == 503
                    || (reply.status() == 200
                            && reply.data().get("name").asString().equals(wanted));
            if (!isSo) {
                load.ledger().strange("operator " + id + " is not " + wanted + ": " + reply);
            }
        } catch (IOException | AssertionError e) {
            // Whoever is asked may be the one that suffers.
        }
    }

    private Optional<Reply> read(String path) throws InterruptedException {
        try {
            return Optional.of(load.deployment().client(server).exchange("GET", path, null));
        } catch (IOException broken) {
            server++;
            load.breathe();
            return Optional.empty();
        }
    }

    private Operation own(
            String key, String method, String path, @Nullable String body, String type, Map<String, Object> values) {
        return new Operation(key, name, method, path, body, null, new Expected(type, values));
    }

    private String key() {
        return name + "-" + ++asked;
    }

    private static String name(String key) {
        return "{\"name\": \"" + key + "\"}";
    }

    private long mine() {
        List<Long> ids = new ArrayList<>(operators.keySet());
        return ids.get(random.nextInt(ids.size()));
    }

    private Known known(long id) {
        Known known = operators.get(id);
        if (known == null) {
            throw new IllegalStateException("operator " + id + " is not known");
        }
        return known;
    }
}
