package dev.patchbay.query.routing;

import static dev.patchbay.shared.virtualnumber.RoutingStrategy.PRIORITY;
import static dev.patchbay.shared.virtualnumber.RoutingStrategy.ROUND_ROBIN;
import static dev.patchbay.shared.virtualnumber.RoutingStrategy.SIMULTANEOUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.routing.Configuration.Absence;
import dev.patchbay.query.routing.Configuration.Attached;
import dev.patchbay.query.routing.Configuration.Fallback;
import dev.patchbay.query.routing.Configuration.Target;
import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.routing.RouteView.Exclusion;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingTest {

    private static final Attached ADA = new Attached(1, "Ada", "+15555550001", null, true, at(11), at(4));
    private static final Attached BOB = new Attached(2, "Bob", "+15555550002", 45, true, at(12), at(30));
    private static final Attached EVE = new Attached(3, "Eve", "+15555550003", null, true, at(13), at(6));
    private static final Attached INACTIVE = new Attached(4, "Dan", "+15555550004", 60, false, at(14), at(31));
    private static final Fallback HANG_UP = new Fallback("hangup", null, null, null, at(3));

    @Test
    void by_priority_one_rings_after_the_other_in_the_ring_order() {
        assertThat(route(PRIORITY, 0, ADA, BOB, EVE).steps())
                .containsExactly(
                        new Step(20, List.of(rung(ADA, 11))),
                        new Step(45, List.of(rung(BOB, 30))),
                        new Step(20, List.of(rung(EVE, 13))));
    }

    @Test
    void by_priority_it_is_always_the_same_turn() {
        assertThat(order(route(PRIORITY, 1, ADA, BOB, EVE))).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @CsvSource({"0, 1 2 3", "1, 2 3 1", "2, 3 1 2", "3, 1 2 3", "7, 2 3 1", "3000000001, 2 3 1"})
    void in_turns_whoever_was_first_is_last_the_next_time(long turn, String order) {
        assertThat(order(route(ROUND_ROBIN, turn, ADA, BOB, EVE)))
                .containsExactlyElementsOf(
                        Arrays.stream(order.split(" ", -1)).map(Long::valueOf).toList());
    }

    @Test
    void in_turns_only_those_who_are_active_take_one() {
        assertThat(order(route(ROUND_ROBIN, 1, ADA, INACTIVE, EVE))).containsExactly(3L, 1L);
        assertThat(order(route(ROUND_ROBIN, 2, ADA, INACTIVE, EVE))).containsExactly(1L, 3L);
    }

    @Test
    void in_turns_everyone_is_rung_as_long_as_the_number_says_for_them() {
        assertThat(route(ROUND_ROBIN, 1, ADA, BOB).steps())
                .containsExactly(new Step(45, List.of(rung(BOB, 30))), new Step(20, List.of(rung(ADA, 11))));
    }

    @Test
    void all_at_once_ring_as_long_as_the_most_patient_of_them() {
        assertThat(route(SIMULTANEOUS, 5, ADA, BOB, INACTIVE).steps())
                .containsExactly(new Step(45, List.of(rung(ADA, 11), rung(BOB, 30))));
        assertThat(route(SIMULTANEOUS, 0, ADA, EVE).steps())
                .containsExactly(new Step(20, List.of(rung(ADA, 11), rung(EVE, 13))));
    }

    @ParameterizedTest
    @EnumSource
    void without_anybody_to_ring_the_fallback_comes_at_once(RoutingStrategy strategy) {
        assertThat(route(strategy, 3).steps()).isEmpty();
        assertThat(route(strategy, 3, INACTIVE).steps()).isEmpty();
        assertThat(route(strategy, 3).fallback().type()).isEqualTo("hangup");
    }

    @ParameterizedTest
    @EnumSource
    void an_inactive_operator_is_left_out_because_of_what_made_it_so(RoutingStrategy strategy) {
        assertThat(route(strategy, 0, ADA, INACTIVE).excluded())
                .containsExactly(new Exclusion("operator", 4, "Dan", "inactive", at(31)));
        assertThat(order(route(strategy, 0, ADA, INACTIVE))).containsExactly(1L);
    }

    @Test
    void an_operator_is_rung_because_of_whatever_came_later_the_place_or_the_activation() {
        assertThat(rung(ADA, 11).because()).isEqualTo(ADA.placed());
        assertThat(rung(BOB, 30).because()).isEqualTo(BOB.decisive());
        assertThat(route(PRIORITY, 0, ADA, BOB).steps())
                .flatExtracting(Step::operators)
                .extracting(RungOperator::because)
                .containsExactly(at(11), at(30));
    }

    @Test
    void a_fallback_is_what_was_configured_because_of_what_said_so() {
        assertThat(fallingBack(new Fallback("voicemail", null, null, null, at(20)))
                        .fallback())
                .isEqualTo(new RouteView.Fallback("voicemail", null, null, null, at(20), null));
        assertThat(fallingBack(new Fallback("forward", "+15557654321", null, null, at(21)))
                        .fallback())
                .isEqualTo(new RouteView.Fallback("forward", "+15557654321", 20, null, at(21), null));
    }

    @Test
    void a_number_that_takes_over_is_routed_by_its_own_configuration_and_turn() {
        Configuration night = number(8, null, ROUND_ROBIN, HANG_UP, EVE, BOB);

        RouteView.Fallback fallback = fallingBack(to(night, 3)).fallback();

        assertThat(fallback)
                .isEqualTo(new RouteView.Fallback("virtual_number", null, null, 8L, at(22), Routing.route(night, 3)));
        assertThat(order(fallback.route())).containsExactly(2L, 3L);
    }

    @Test
    void numbers_take_over_from_each_other_as_often_as_is_configured() {
        Configuration last = number(9, null, PRIORITY, new Fallback("voicemail", null, null, null, at(23)), EVE);
        Configuration night = number(8, null, PRIORITY, to(last, 0), BOB);

        RouteView route = fallingBack(to(night, 0));

        assertThat(route.fallback().route().fallback().route().fallback().type())
                .isEqualTo("voicemail");
    }

    @ParameterizedTest
    @CsvSource({"released", "inactive"})
    void a_number_that_takes_no_calls_cannot_take_over_and_the_call_ends_for_that_reason(String reason) {
        Configuration gone = number(8, new Absence(reason, at(40)), PRIORITY, HANG_UP, BOB);

        RouteView route = Routing.route(number(7, null, PRIORITY, to(gone, 0), INACTIVE, ADA), 0);

        assertThat(order(route)).containsExactly(1L);
        assertThat(route.fallback()).isEqualTo(new RouteView.Fallback("hangup", null, null, null, at(40), null));
        assertThat(route.excluded())
                .containsExactly(
                        new Exclusion("operator", 4, "Dan", "inactive", at(31)),
                        new Exclusion("virtual_number", 8, "Line 8", reason, at(40)));
    }

    @ParameterizedTest
    @CsvSource({"released", "inactive"})
    void a_number_that_takes_no_calls_rings_nobody(String reason) {
        Configuration gone = number(
                7,
                new Absence(reason, at(40)),
                SIMULTANEOUS,
                new Fallback("voicemail", null, null, null, at(20)),
                ADA,
                INACTIVE);

        assertThat(Routing.route(gone, 6))
                .isEqualTo(new RouteView(
                        7,
                        "+15554440007",
                        "simultaneous",
                        true,
                        6,
                        List.of(),
                        new RouteView.Fallback("hangup", null, null, null, at(40), null),
                        List.of(new Exclusion("virtual_number", 7, "Line 7", reason, at(40)))));
    }

    @Property
    void turns_are_fair_over_any_stretch_of_them(
            @ForAll @IntRange(min = 1, max = 30) int operators,
            @ForAll @LongRange(min = 0, max = 1L << 40) long first,
            @ForAll @IntRange(min = 1, max = 200) int turns) {
        Configuration number = number(7, null, ROUND_ROBIN, HANG_UP, many(operators));
        Map<Long, Integer> begun = new HashMap<>();
        for (long turn = first; turn < first + turns; turn++) {
            List<Long> order = order(Routing.route(number, turn));
            assertThat(order).hasSize(operators).doesNotHaveDuplicates();
            begun.merge(order.getFirst(), 1, Integer::sum);
        }
        for (long operator = 1; operator <= operators; operator++) {
            assertThat(begun.getOrDefault(operator, 0)).isBetween(turns / operators, -Math.floorDiv(-turns, operators));
        }
    }

    @Property(tries = 300)
    void equal_configurations_are_decided_equally_and_ring_exactly_the_active_ones(
            @ForAll RoutingStrategy strategy,
            @ForAll @Size(max = 12) List<Boolean> active,
            @ForAll @LongRange(min = 0, max = 1000) long turn) {
        RouteView route = Routing.route(some(strategy, active), turn);

        assertThat(route).isEqualTo(Routing.route(some(strategy, active), turn));
        assertThat(order(route))
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, active.size())
                        .filter(each -> active.get((int) each))
                        .boxed()
                        .toList());
        assertThat(route.excluded())
                .hasSize((int) active.stream().filter(each -> !each).count());
    }

    private static Configuration some(RoutingStrategy strategy, List<Boolean> active) {
        return number(
                7,
                null,
                strategy,
                HANG_UP,
                IntStream.range(0, active.size())
                        .mapToObj(each -> new Attached(
                                each, "Operator " + each, "+15555550001", each + 5, active.get(each), at(9), at(8)))
                        .toArray(Attached[]::new));
    }

    private static Attached[] many(int operators) {
        return IntStream.rangeClosed(1, operators)
                .mapToObj(id -> new Attached(id, "Operator " + id, "+15555550001", null, true, at(9), at(8)))
                .toArray(Attached[]::new);
    }

    private static RouteView route(RoutingStrategy strategy, long turn, Attached... operators) {
        return Routing.route(number(7, null, strategy, HANG_UP, operators), turn);
    }

    private static RouteView fallingBack(Fallback fallback) {
        return Routing.route(number(7, null, PRIORITY, fallback, ADA), 0);
    }

    private static Fallback to(Configuration target, long turn) {
        return new Fallback("virtual_number", null, target.virtualNumberId(), new Target(target, turn), at(22));
    }

    private static Configuration number(
            long id, Absence absence, RoutingStrategy strategy, Fallback fallback, Attached... operators) {
        return new Configuration(
                id,
                "+1555444%04d".formatted(id),
                "Line " + id,
                absence,
                strategy,
                20,
                true,
                List.of(operators),
                fallback);
    }

    private static RungOperator rung(Attached operator, long because) {
        return new RungOperator(operator.id(), operator.name(), operator.phoneNumber(), at(because));
    }

    /** Who is rung, in this order. */
    private static List<Long> order(RouteView route) {
        return route.steps().stream()
                .flatMap(step -> step.operators().stream())
                .map(RungOperator::id)
                .toList();
    }

    private static Because at(long position) {
        return new Because(position, "SomeEvent", Instant.EPOCH.plusSeconds(position), new Because.Actor("api_key", 5));
    }
}
