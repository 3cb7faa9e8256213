package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One client who changes operators of its own, and remembers what it was answered. */
final class Worker {

    private final int number;
    private final Random random;
    private final List<Long> virtualNumbers;
    private final Map<Long, Known> operators = new TreeMap<>();
    private final Set<Long> deleted = new TreeSet<>();
    private final List<Answered> answered = new ArrayList<>();
    private @Nullable Asked unanswered;
    private int asked;

    /** What the client knows of an operator from the answers it got. */
    private static final class Known {
        private String name = "";
        private final Set<Long> rings = new TreeSet<>();
    }

    private record Asked(
            String method, String path, @Nullable String body, String idempotencyKey, long operator) {

        Reply send(Client client) throws IOException {
            return client.exchange(method, path, body, "Idempotency-Key", idempotencyKey);
        }
    }

    private record Answered(Asked asked, Reply reply) {}

    Worker(int number, long seed, List<Long> virtualNumbers) {
        this.number = number;
        this.random = new Random(seed);
        this.virtualNumbers = virtualNumbers;
    }

    /** Asks one thing after another until the connection breaks. */
    void work(Client client, Runnable onAnswer) {
        while (true) {
            Asked next = next();
            try {
                remember(next, next.send(client));
            } catch (IOException crashed) {
                unanswered = next;
                return;
            }
            onAnswer.run();
        }
    }

    /**
     * Asks again for what was not answered; once more, and it must be the same answer. Tells whether it had taken effect before the
     * server was killed.
     */
    boolean finish(Client client) throws IOException {
        Asked lost = unanswered;
        if (lost == null) {
            return false;
        }
        unanswered = null;
        Reply reply = lost.send(client);
        remember(lost, reply);
        assertReplayed(client, lost, reply);
        return reply.header("Idempotent-Replayed").isPresent();
    }

    /** Whether it was not answered yet when the server was killed. */
    boolean isWaiting() {
        return unanswered != null;
    }

    void requireThatAllThatWasAnsweredIsThere(Client client) throws IOException {
        for (Map.Entry<Long, Known> operator : operators.entrySet()) {
            if (unanswered != null && unanswered.operator() == operator.getKey()) {
                continue;
            }
            Reply reply = client.get("/operators/" + operator.getKey());
            assertThat(reply.status()).as("operator %d", operator.getKey()).isEqualTo(200);
            assertThat(reply.data().get("name").asString()).isEqualTo(operator.getValue().name);
            Set<Long> rings = new TreeSet<>();
            reply.data()
                    .get("virtual_numbers")
                    .forEach(entry -> rings.add(entry.get("id").asLong()));
            assertThat(rings).isEqualTo(operator.getValue().rings);
        }
        for (long gone : deleted) {
            assertThat(client.get("/operators/" + gone).status()).isEqualTo(404);
        }
    }

    /** Some of what was answered before is asked again, and nothing may be different. */
    void requireReplays(Client client) throws IOException {
        for (int i = 0; i < 5 && !answered.isEmpty(); i++) {
            Answered before = answered.get(random.nextInt(answered.size()));
            assertReplayed(client, before.asked(), before.reply());
        }
    }

    Set<Long> operators() {
        return operators.keySet();
    }

    Map<Long, Set<Long>> ringing() {
        Map<Long, Set<Long>> ringing = new HashMap<>();
        operators.forEach((id, known) -> known.rings.forEach(
                ring -> ringing.computeIfAbsent(ring, key -> new TreeSet<>()).add(id)));
        return ringing;
    }

    int answers() {
        return answered.size();
    }

    private Asked next() {
        String key = "worker-" + number + "-" + ++asked;
        int choice = operators.size() < 2 ? 0 : random.nextInt(10);
        if (choice < 3) {
            String body = "{\"name\": \"%s\", \"phone_number\": \"+15551234567\"}".formatted(key);
            return new Asked("POST", "/operators", body, key, 0);
        }
        List<Long> mine = List.copyOf(operators.keySet());
        long operator = mine.get(random.nextInt(mine.size()));
        if (choice < 6) {
            return new Asked("PATCH", "/operators/" + operator, "{\"name\": \"" + key + "\"}", key, operator);
        }
        if (choice < 9) {
            long ring = virtualNumbers.get(random.nextInt(virtualNumbers.size()));
            String path = "/virtual_numbers/" + ring + "/add_operator";
            return new Asked("POST", path, "{\"operator_id\": " + operator + "}", key, operator);
        }
        return new Asked("DELETE", "/operators/" + operator, null, key, operator);
    }

    private void remember(Asked request, Reply reply) {
        assertThat(reply.status()).as("%s: %s", request, reply.body()).isIn(200, 201);
        answered.add(new Answered(request, reply));
        switch (request.method()) {
            case "DELETE" -> {
                operators.remove(request.operator());
                deleted.add(request.operator());
            }
            case "PATCH" ->
                known(request.operator()).name = reply.data().get("name").asString();
            default -> {
                if (request.operator() == 0) {
                    Known created = new Known();
                    created.name = reply.data().get("name").asString();
                    assertThat(operators.put(reply.id(), created)).isNull();
                } else {
                    known(request.operator()).rings.add(reply.id());
                }
            }
        }
    }

    private Known known(long operator) {
        Known known = operators.get(operator);
        if (known == null) {
            throw new IllegalStateException("operator " + operator + " is not known");
        }
        return known;
    }

    private static void assertReplayed(Client client, Asked asked, Reply first) throws IOException {
        Reply again = asked.send(client);
        assertThat(again.body()).as(asked.toString()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    }
}
