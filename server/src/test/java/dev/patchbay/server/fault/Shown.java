package dev.patchbay.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.ServerSettings.Role;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What follows from a log, by rules as plain as can be, to be compared with what the processes show. */
final class Shown {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPEATED = 5;

    private final long end;
    private final Map<Long, String> operators = new TreeMap<>();
    private final Map<Long, List<Long>> ringing = new TreeMap<>();

    Shown(List<Fact> log) {
        end = log.getLast().position();
        log.forEach(this::take);
    }

    private void take(Fact fact) {
        switch (fact.type()) {
            case "OperatorCreated", "OperatorRenamed" ->
                operators.put(
                        number(fact, "operatorId"), fact.body().get("name").asString());
            case "OperatorDeleted" -> operators.remove(number(fact, "operatorId"));
            case "OperatorAttached" -> ringing(fact).add(number(fact, "operatorId"));
            case "OperatorDetached" -> ringing(fact).remove(number(fact, "operatorId"));
            default -> {
                // Of nothing that is looked at here.
            }
        }
    }

    /** Each process, in time, is well, and each that lets clients in shows exactly that, whoever answers. */
    void requireOf(Deployment deployment, List<Long> numbers) {
        for (Node node : deployment.nodes()) {
            await().atMost(PATIENCE).untilAsserted(() -> requireThatItIsUp(node.client()));
        }
        for (Node node : deployment.nodes(Role.API)) {
            // One that does not answer itself asks one after the other of those that do.
            int answering = node.part().does(Role.QUERY)
                    ? 1
                    : deployment.nodes(Role.QUERY).size();
            for (int i = 0; i < answering; i++) {
                requireOf(node, numbers);
            }
        }
    }

    private void requireOf(Node node, List<Long> numbers) {
        Client client = node.client();
        Map<Long, String> shown = new TreeMap<>();
        read(client, "operators")
                .data()
                .forEach(operator -> shown.put(
                        operator.get("id").asLong(), operator.get("name").asString()));
        assertThat(shown).as(node + " shows the operators").isEqualTo(operators);
        for (long number : numbers) {
            List<Long> rung = new ArrayList<>();
            read(client, "virtual_numbers/" + number)
                    .data()
                    .get("operators")
                    .forEach(operator -> rung.add(operator.get("id").asLong()));
            assertThat(rung)
                    .as("%s shows whom number %d rings", node, number)
                    .isEqualTo(ringing.getOrDefault(number, List.of()));
        }
    }

    /** Some of what was acknowledged is asked for again, and answered as the first time. */
    static void requireTheSameAnswers(Deployment deployment, List<Operation> operations, Random random)
            throws IOException {
        List<Operation> acknowledged =
                operations.stream().filter(Operation::isAcknowledged).toList();
        for (int i = 0; i < REPEATED && !acknowledged.isEmpty(); i++) {
            Operation operation = acknowledged.get(random.nextInt(acknowledged.size()));
            Reply again = operation.ask(deployment.client(i));
            assertThat(told(again)).as(operation.toString()).isEqualTo(told(operation.answer()));
            assertThat(again.header("Idempotent-Replayed"))
                    .as(operation.toString())
                    .hasValue("true");
        }
    }

    private static List<Object> told(Reply reply) {
        return List.of(reply.status(), reply.body(), reply.position(), reply.header("ETag"));
    }

    private static void requireThatItIsUp(Client client) {
        Reply health =
                client.at(URI.create(client.base().resolve("/").toString())).get("actuator/health");
        assertThat(health.body()).contains("\"status\":\"UP\"");
    }

    private Reply read(Client client, String path) {
        return await().atMost(PATIENCE)
                .until(
                        () -> client.get(path, "Patchbay-Min-Position", Long.toString(end)),
                        reply -> reply.status() == 200);
    }

    private List<Long> ringing(Fact fact) {
        return ringing.computeIfAbsent(number(fact, "virtualNumberId"), id -> new ArrayList<>());
    }

    private static Long number(Fact fact, String name) {
        return fact.body().get(name).asLong();
    }
}
