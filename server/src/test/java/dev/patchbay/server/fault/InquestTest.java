package dev.patchbay.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.fault.Inquest.Findings;
import dev.patchbay.server.fault.Operation.Expected;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not as it was answered is found, whatever it is. */
class InquestTest {

    private final List<Fact> log = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    @BeforeEach
    void two_operators_are_created_and_the_first_is_renamed_on_top_of_what_was_seen() {
        created(1, "a");
        created(2, "b");
        Operation renamed = new Operation(
                "c",
                "client",
                "PATCH",
                "operators/1",
                "{}",
                "\"0-0123456789abcdef\"",
                new Expected("OperatorRenamed", Map.of("operatorId", 1, "name", "c")));
        requested(renamed, "operator-1", 1, "OperatorRenamed", "{\"operatorId\":1,\"name\":\"c\"}", 200);
    }

    @Test
    void finds_nothing_where_all_is_as_it_was_answered() {
        assertThat(found()).isEqualTo(new Findings(Set.of(), Set.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void finds_an_acknowledged_event_that_is_gone(int index) {
        log.remove(index);

        assertThat(found().lost()).hasSize(1);
        assertThat(found().wrong()).isNotEmpty();
    }

    @Test
    void finds_an_acknowledged_request_that_is_gone_from_the_end_of_the_log_without_a_trace() {
        log.removeLast();
        log.removeLast();

        assertThat(found().lost()).hasSize(1);
        assertThat(found().wrong()).isEmpty();
    }

    @Test
    void finds_another_content_than_was_answered() {
        Fact fact = log.get(2);
        log.set(2, like(fact, fact.position(), fact.sequence(), fact.payload().replace("\"b\"", "\"x\"")));

        assertThat(found().lost()).hasSize(1);
    }

    @Test
    void finds_a_write_that_is_not_on_top_of_the_version_that_was_seen() {
        Fact renamed = log.get(4);
        log.set(4, like(renamed, 5, 2, renamed.payload()));

        assertThat(found().lost()).hasSize(1);
    }

    @Test
    void finds_what_took_effect_twice() {
        log.add(new Fact(7, "operator-3", 0, "again", 7, "OperatorCreated", "{}", "a#client.2"));
        log.add(new Fact(8, "request-a", 1, "again too", 8, "RequestAccepted", "{}", "a#client.2"));

        assertThat(found().doubled()).hasSize(1);
        assertThat(found().wrong()).isNotEmpty();
    }

    @Test
    void finds_a_telephone_number_that_two_have() {
        String payload = "{\"phoneNumber\":\"+15550000001\"}";
        log.add(new Fact(7, "virtual_number-1", 0, "one", 7, "VirtualNumberRegistered", payload, "system"));
        assertThat(found().areNone()).isTrue();
        log.add(new Fact(8, "virtual_number-2", 0, "two", 8, "VirtualNumberRegistered", payload, "system"));

        assertThat(found().doubled()).hasSize(1);
    }

    @Test
    void finds_what_was_refused_and_happened_all_the_same() {
        Operation refused = operation("d");
        String[] unused = refused.attempt();
        refused.answered(reply(409, 6));
        operations.add(refused);
        assertThat(found().areNone()).isTrue();
        log.add(new Fact(7, "operator-4", 0, "4", 7, "OperatorCreated", "{}", "d#client.1"));
        log.add(new Fact(8, "request-d", 0, "5", 8, "RequestAccepted", "{}", "d#client.1"));

        assertThat(found().wrong()).hasSize(1);
    }

    @Test
    void finds_two_answers_under_one_key() {
        Operation again = operation("a");
        String[] unused = again.attempt();
        again.answered(new Reply(200, operations.getFirst().answer().headers(), ""));
        operations.add(again);

        assertThat(found().wrong()).anyMatch(words -> words.equals("a was answered in several ways"));
    }

    @Test
    void finds_what_was_asked_for_later_and_is_earlier_in_the_log() {
        List<Fact> first = Stream.of(0, 1).map(log::get).toList();
        List<Fact> second = Stream.of(2, 3).map(log::get).toList();
        Operation one = operation("a");
        Operation other = operation("b");
        List.of(one, other).forEach(Operation::attempt);
        operations.clear();
        log.subList(4, 6).clear();
        one.answered(reply(201, 4));
        other.answered(reply(201, 2));
        operations.addAll(List.of(one, other));
        for (int i = 0; i < 2; i++) {
            log.set(i, like(second.get(i), i + 1, 0, second.get(i).payload()));
            log.set(i + 2, like(first.get(i), i + 3, 0, first.get(i).payload()));
        }
        assertThat(found().areNone()).as("both asked at once").isTrue();

        Operation late = operation("b");
        String[] unused = late.attempt();
        late.answered(reply(201, 2));
        operations.set(1, late);
        assertThat(found().wrong()).hasSize(1);
    }

    @Test
    void finds_times_that_fall_and_streams_with_holes() {
        log.add(new Fact(7, "operator-9", 1, "hole", 7, "OperatorRenamed", "{}", "system"));
        log.add(new Fact(8, "operator-10", 0, "early", 2, "OperatorCreated", "{}", "system"));
        log.add(new Fact(9, "operator-11", 0, "early", 9, "OperatorCreated", "{}", "system"));

        assertThat(found().wrong()).hasSize(3);
    }

    private Findings found() {
        return Inquest.of(log, operations);
    }

    private void created(long id, String key) {
        requested(
                operation(key),
                "operator-" + id,
                0,
                "OperatorCreated",
                "{\"operatorId\":%d,\"name\":\"%s\"}".formatted(id, key),
                201);
    }

    private static Operation operation(String key) {
        Expected expected = new Expected("OperatorCreated", Map.of("name", key));
        return new Operation(key, "client", "POST", "operators", "{}", null, expected);
    }

    private void requested(Operation operation, String stream, long sequence, String type, String payload, int status) {
        String requestId = operation.attempt()[3];
        long position = log.size() + 1L;
        log.add(new Fact(position, stream, sequence, "id-" + position, position, type, payload, requestId));
        log.add(new Fact(
                position + 1,
                "request-" + operation.key(),
                0,
                "id-" + (position + 1),
                position + 1,
                "RequestAccepted",
                "{}",
                requestId));
        operation.answered(reply(status, position + 1));
        operations.add(operation);
    }

    private static Fact like(Fact fact, long position, long sequence, String payload) {
        return new Fact(position, fact.stream(), sequence, fact.id(), position, fact.type(), payload, fact.requestId());
    }

    private static Reply reply(int status, long position) {
        return new Reply(
                status,
                HttpHeaders.of(Map.of("Patchbay-Position", List.of(Long.toString(position))), (name, value) -> true),
                "{}");
    }
}
