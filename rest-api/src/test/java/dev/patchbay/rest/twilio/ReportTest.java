package dev.patchbay.rest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.twilio.Report.Answered;
import dev.patchbay.rest.twilio.Report.Over;
import dev.patchbay.rest.twilio.Report.Talked;
import dev.patchbay.rest.twilio.Report.Unanswered;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.operator.OperatorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(52);
    private static final OperatorId ALICE = new OperatorId(12);
    private static final OperatorId BOB = new OperatorId(13);
    private static final CallFacts RINGING =
            new CallFacts(CallDirection.INBOUND, null, null, CallStatus.RINGING, 0, null, false, null, NOON, null);

    static Stream<Arguments> conversations() {
        return Stream.of(
                conversation(
                        "an operator answers",
                        facts(CallStatus.ANSWERED, 40, BOB, END),
                        new Answered(BOB),
                        new Talked(BOB, 40, END),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "one of several operators who are rung together answers",
                        facts(CallStatus.ANSWERED, 40, BOB, END),
                        new Answered(BOB),
                        new Talked(null, 40, END),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "an operator picks up too late, another one answers",
                        facts(CallStatus.ANSWERED, 40, BOB, END),
                        new Answered(ALICE),
                        new Answered(BOB),
                        new Talked(BOB, 40, END),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "an operator answers and the end of the step is never heard of",
                        facts(CallStatus.ANSWERED, 41, BOB, END),
                        new Answered(BOB),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "an operator answers and who it was is never heard of",
                        facts(CallStatus.ANSWERED, 40, BOB, END),
                        new Talked(BOB, 40, END),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "an operator answers for less than a second",
                        facts(CallStatus.ANSWERED, 1, BOB, END),
                        new Answered(BOB),
                        new Talked(BOB, 0, END),
                        new Over(CallStatus.MISSED, 1, END)),
                conversation(
                        "a forwarded call is answered",
                        facts(CallStatus.ANSWERED, 40, null, END),
                        new Answered(null),
                        new Talked(null, 40, END),
                        new Over(CallStatus.MISSED, 41, END)),
                conversation(
                        "the last telephone is busy",
                        facts(CallStatus.BUSY, 0, null, END),
                        new Unanswered(CallStatus.BUSY),
                        new Over(CallStatus.MISSED, 0, END)),
                conversation(
                        "the last telephone cannot be reached",
                        facts(CallStatus.FAILED, 0, null, END),
                        new Unanswered(CallStatus.FAILED),
                        new Over(CallStatus.BUSY, 0, END)),
                conversation(
                        "the caller leaves a message",
                        facts(CallStatus.MISSED, 30, null, END),
                        new Unanswered(CallStatus.MISSED),
                        new Over(CallStatus.MISSED, 30, END)),
                conversation(
                        "the caller hangs up",
                        facts(CallStatus.MISSED, 0, null, END),
                        new Unanswered(CallStatus.MISSED),
                        new Over(CallStatus.MISSED, 0, END)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void come_to_the_same_in_every_order_and_each_once_or_twice(String name, CallFacts truth, List<Report> reports) {
        for (int twice = 0; twice < 1 << reports.size(); twice++) {
            List<Report> delivered = new ArrayList<>(reports);
            for (int i = 0; i < reports.size(); i++) {
                if ((twice >> i & 1) == 1) {
                    delivered.add(reports.get(i));
                }
            }
            assertThat(orders(delivered)).allSatisfy(order -> {
                assertThat(heard(RINGING, order)).as("%s", order).isEqualTo(truth);
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversations")
    void change_nothing_that_is_known_and_never_contradict_it(String name, CallFacts truth, List<Report> reports) {
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.changes(truth)).isEmpty());
        assertThat(orders(reports)).allSatisfy(order -> {
            CallFacts known = RINGING;
            for (Report report : order) {
                known = heard(known, List.of(report));
                assertThat(known.contradiction()).as("%s", order).isEmpty();
            }
        });
    }

    @Test
    void of_the_end_count_once() {
        CallFacts ended = heard(RINGING, List.of(new Over(CallStatus.MISSED, 5, END)));

        assertThat(new Over(CallStatus.MISSED, 9, END.plusSeconds(99)).changes(ended))
                .isEmpty();
        assertThat(new Talked(BOB, 3, END.plusSeconds(99)).changes(ended))
                .containsExactly(
                        new CallChange.Status(CallStatus.ANSWERED),
                        new CallChange.AnsweredBy(BOB),
                        new CallChange.Length(3));
    }

    @Test
    void of_an_end_before_the_beginning_are_of_a_clock_that_is_late() {
        assertThat(new Over(CallStatus.MISSED, 0, NOON.minusSeconds(2)).changes(RINGING))
                .contains(new CallChange.EndedAt(NOON));
    }

    private static Arguments conversation(String name, CallFacts truth, Report... reports) {
        return Arguments.of(name, truth, List.of(reports));
    }

    private static CallFacts facts(CallStatus status, long duration, OperatorId operator, Instant endedAt) {
        return new CallFacts(CallDirection.INBOUND, null, null, status, duration, operator, false, null, NOON, endedAt);
    }

    private static CallFacts heard(CallFacts first, List<Report> reports) {
        CallFacts known = first;
        for (Report report : reports) {
            for (CallChange change : report.changes(known)) {
                known = known.with(change);
            }
        }
        return known;
    }

    private static List<List<Report>> orders(List<Report> reports) {
        if (reports.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, reports.size())
                .boxed()
                .flatMap(first -> {
                    List<Report> others = new ArrayList<>(reports);
                    Report chosen = others.remove(first.intValue());
                    return orders(others).stream().map(rest -> {
                        List<Report> order = new ArrayList<>(List.of(chosen));
                        order.addAll(rest);
                        return order;
                    });
                })
                .toList();
    }
}
