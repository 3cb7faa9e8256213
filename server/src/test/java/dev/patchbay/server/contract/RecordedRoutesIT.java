package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.Rush;
import dev.patchbay.server.log.Log;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.RecordRoute;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordedRoutesIT {

    private static final Provenance CARRIER = new Provenance(1, "carrier", 0, "call-1", null, null, null);
    private static final VirtualNumberId LINE = new VirtualNumberId(1);

    @TempDir
    Path data;

    @Test
    void turns_go_on_from_what_was_recorded_also_after_a_restart() {
        List<String> first = new ArrayList<>();
        try (RunningServer server = RunningServer.on(data)) {
            registerLineWithThree(server.client());
            for (int call = 0; call < 4; call++) {
                first.add(firstToRing(server));
                assertThat(record(server, turn(server))).isEmpty();
            }
        }
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(turn(server)).isEqualTo(4);
            first.add(firstToRing(server));
            assertThat(record(server, 4)).isEmpty();
            first.add(firstToRing(server));
        }
        assertThat(first).containsExactly("Ada", "Bob", "Eve", "Ada", "Bob", "Eve");
    }

    @Test
    void a_turn_is_taken_once_however_many_want_it() {
        try (RunningServer server = RunningServer.on(data)) {
            registerLineWithThree(server.client());

            List<Optional<Reason>> answers = Rush.of(8, call -> record(server, 0, new CallId(100 + call)));

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(answers)
                    .filteredOn(Optional::isPresent)
                    .hasSize(7)
                    .allMatch(Optional.of(Reason.CONCURRENT)::equals);
            assertThat(record(server, 0, new CallId(99))).contains(Reason.CONCURRENT);
            assertThat(firstToRing(server)).isEqualTo("Bob");
        }
    }

    @Test
    void a_call_is_led_through_a_number_once() {
        try (RunningServer server = RunningServer.on(data)) {
            registerLineWithThree(server.client());

            List<Optional<Reason>> answers = Rush.of(8, turn -> record(server, turn, new CallId(7)));

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
            assertThat(answers)
                    .filteredOn(Optional::isPresent)
                    .hasSize(7)
                    .allMatch(Optional.of(Reason.CONCURRENT)::equals);
        }
    }

    private static void registerLineWithThree(Client client) {
        client.post("/virtual_numbers/purchase", "{\"phone_number\": \"+15551234567\"}");
        for (String name : List.of("Ada", "Bob", "Eve")) {
            client.post(
                    "/virtual_numbers/1/add_operator",
                    "{\"name\": \"%s\", \"phone_number\": \"+15555550112\"}".formatted(name));
        }
        client.patch("/virtual_numbers/1", "{\"routing_strategy\": \"round_robin\"}");
    }

    private static JsonNode route(RunningServer server) {
        String recorded = Long.toString(server.part(Log.class).head());
        return server.client()
                .get("/virtual_numbers/1/route", "Patchbay-Min-Position", recorded)
                .data();
    }

    private static String firstToRing(RunningServer server) {
        return route(server)
                .get("steps")
                .get(0)
                .get("operators")
                .get(0)
                .get("name")
                .asString();
    }

    private static long turn(RunningServer server) {
        return route(server).get("turn").asLong();
    }

    /** Why it was refused, if it was. */
    private static Optional<Reason> record(RunningServer server, long turn) {
        return record(server, turn, new CallId(100 + turn));
    }

    private static Optional<Reason> record(RunningServer server, long turn, CallId call) {
        try {
            send(
                    server,
                    Together.of(new RecordRoute(
                            new RouteId(LINE, turn),
                            call,
                            1,
                            RoutingStrategy.ROUND_ROBIN,
                            List.of(new OperatorId(1)),
                            "hangup")));
            return Optional.empty();
        } catch (CommandExecutionException refused) {
            return Refusal.in(refused).map(Refusal.Details::reason);
        }
    }

    private static Object send(RunningServer server, Object command) {
        return server.part(CommandGateway.class)
                .sendAndWait(new GenericCommandMessage<>(command, CARRIER.toMetaData()));
    }
}
