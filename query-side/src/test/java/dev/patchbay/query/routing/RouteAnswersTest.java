package dev.patchbay.query.routing;

import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.routing.RouteDecided;
import dev.patchbay.shared.routing.RouteQuery.FindRecordedRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import dev.patchbay.shared.routing.RouteQuery.FindRouteOfCall;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import dev.patchbay.shared.routing.RouteQuery.RecordedRoute;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.routing.RouteView.Exclusion;
import dev.patchbay.shared.routing.RouteView.Fallback;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.RingSecondsChanged;
import dev.patchbay.shared.virtualnumber.RingTimeoutChanged;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberActivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteAnswersTest extends LogTest {

    @BeforeEach
    void given() {
        log.append(number(7), operator(1, "Ada"), operator(2, "Bob"), new OperatorAttached(7, 1, 0), attached(2));
    }

    @Test
    void a_route_names_for_everything_the_event_that_made_it_so() {
        log.append(
                new OperatorDeactivated(1),
                new RingTimeoutChanged(7, 30),
                new FallbackChanged(7, "forward", "+15557654321", null));

        assertThat(route(ACCOUNT))
                .isEqualTo(Answer.list(
                        new RouteView(
                                7,
                                "+15554440007",
                                "priority",
                                true,
                                0,
                                List.of(new Step(
                                        30,
                                        List.of(new RungOperator(
                                                2, "Bob", "+15555550002", because(5, "OperatorAttached"))))),
                                new Fallback("forward", "+15557654321", 30, null, because(8, "FallbackChanged"), null),
                                List.of(new Exclusion(
                                        "operator", 1, "Ada", "inactive", because(6, "OperatorDeactivated")))),
                        8));
    }

    @Test
    void a_number_hangs_up_because_of_its_registration_until_told_otherwise() {
        assertThat(view().fallback())
                .isEqualTo(new Fallback("hangup", null, null, null, because(1, "VirtualNumberRegistered"), null));
    }

    @Test
    void an_operator_is_rung_because_of_its_last_place_or_activation_and_nothing_else() {
        assertThat(becauses()).containsExactly(because(4, "OperatorAttached"), because(5, "OperatorAttached"));

        log.append(new OperatorsReordered(7, List.of(2L, 1L)), new OperatorDeactivated(1), new OperatorActivated(1));
        assertThat(becauses()).containsExactly(because(6, "OperatorsReordered"), because(8, "OperatorActivated"));

        log.append(
                new OperatorRenamed(1, "Ada King"), new RingSecondsChanged(7, 2, 9), new VirtualNumberRenamed(7, null));
        assertThat(becauses()).containsExactly(because(6, "OperatorsReordered"), because(8, "OperatorActivated"));
        assertThat(view().steps()).extracting(Step::ringSeconds).containsExactly(9, 20);

        log.append(new OperatorDetached(7, 2), attached(2));
        assertThat(becauses()).containsExactly(because(8, "OperatorActivated"), because(13, "OperatorAttached"));
    }

    @Test
    void an_inactive_number_is_left_out_until_it_is_active_again() {
        log.append(new VirtualNumberDeactivated(7), new VirtualNumberRenamed(7, "Sales"));

        Because because = because(6, "VirtualNumberDeactivated");
        assertThat(view().steps()).isEmpty();
        assertThat(view().excluded()).containsExactly(new Exclusion("virtual_number", 7, "Sales", "inactive", because));
        assertThat(view().fallback()).isEqualTo(new Fallback("hangup", null, null, null, because, null));

        log.append(new VirtualNumberActivated(7));
        assertThat(view().steps()).hasSize(2);
        assertThat(view().excluded()).isEmpty();
    }

    @Test
    void a_released_number_says_so_to_whoever_saw_it_last() {
        log.append(
                project(5, "Sales"),
                project(6, "Support"),
                new VirtualNumberAssignedToProject(7, 5),
                new VirtualNumberAssignedToProject(7, 6),
                new VirtualNumberReleased(7, "+15554440007"),
                number(8));

        Because because = because(10, "VirtualNumberReleased");
        assertThat(route(ACCOUNT).view())
                .isEqualTo(new RouteView(
                        7,
                        "+15554440007",
                        "priority",
                        true,
                        0,
                        List.of(),
                        new Fallback("hangup", null, null, null, because, null),
                        List.of(new Exclusion("virtual_number", 7, "Line 7", "released", because))));
        assertThat(route(OTHER_PROJECT)).isEqualTo(route(ACCOUNT));
        assertThat(route(PROJECT).view()).isNull();
        assertThat(route(STRANGERS).view()).isNull();

        log.append(new ProjectDeleted(6));
        assertThat(route(OTHER_PROJECT).view()).isNull();
    }

    @Test
    void a_number_is_routed_for_those_who_see_it() {
        log.append(project(5, "Sales"), project(6, "Support"), new VirtualNumberAssignedToProject(7, 5));

        assertThat(route(PROJECT)).isEqualTo(route(ACCOUNT));
        assertThat(route(OTHER_PROJECT).view()).isNull();
        assertThat(route(STRANGERS).view()).isNull();
        assertThat(log.answer(new FindRoute(99, null, ACCOUNT, NOW)).view()).isNull();
    }

    @Test
    void a_number_is_not_there_before_it_is_registered() {
        log.append(number(8));

        assertThat(log.answer(new FindRoute(8, null, ACCOUNT, Moment.exactly(5)))
                        .view())
                .isNull();
    }

    @Test
    void the_turn_is_the_one_after_the_highest_that_was_recorded() {
        log.append(new RoutingStrategyChanged(7, "round_robin"));
        assertThat(view().turn()).isZero();

        log.append(decided(7, 0), decided(7, 2), decided(7, 1), decided(70, 9));
        assertThat(view().turn()).isEqualTo(3);
        assertThat(order(view())).containsExactly(2L, 1L);
        assertThat(log.view(new FindRoute(7, null, ACCOUNT, Moment.exactly(7))).turn())
                .isEqualTo(1);
        assertThat(log.view(new FindRoute(7, null, ACCOUNT, Moment.exactly(8))).turn())
                .isEqualTo(3);
    }

    @Test
    void the_turn_may_be_given() {
        log.append(new RoutingStrategyChanged(7, "round_robin"), decided(7, 0));

        assertThat(log.view(new FindRoute(7, 4L, ACCOUNT, NOW)).turn()).isEqualTo(4);
        assertThat(order(log.view(new FindRoute(7, 4L, ACCOUNT, NOW)))).containsExactly(1L, 2L);
    }

    @Test
    void the_number_that_takes_over_has_a_turn_of_its_own() {
        log.append(
                number(8),
                new OperatorAttached(8, 1, 0),
                new OperatorAttached(8, 2, 1),
                new RoutingStrategyChanged(8, "round_robin"),
                decided(8, 0),
                new FallbackChanged(7, "virtual_number", null, 8L));

        Fallback fallback = view().fallback();
        assertThat(fallback.id()).isEqualTo(8);
        assertThat(fallback.because()).isEqualTo(because(11, "FallbackChanged"));
        assertThat(fallback.route()).isEqualTo(log.view(new FindRoute(8, null, ACCOUNT, NOW)));
        assertThat(order(fallback.route())).containsExactly(2L, 1L);
    }

    @Test
    void of_a_number_that_takes_over_outside_the_scope_only_the_id_is_said() {
        log.append(
                project(5, "Sales"),
                number(8),
                new VirtualNumberAssignedToProject(7, 5),
                new FallbackChanged(7, "virtual_number", null, 8L));

        assertThat(log.view(new FindRoute(7, null, PROJECT, NOW)).fallback())
                .isEqualTo(new Fallback("virtual_number", null, null, 8L, because(9, "FallbackChanged"), null));
        assertThat(view().fallback().route()).isNotNull();
    }

    @Test
    void a_number_that_was_to_take_over_is_left_out_when_it_is_released() {
        log.append(
                number(8),
                new FallbackChanged(7, "virtual_number", null, 8L),
                new FallbackChanged(8, "virtual_number", null, 7L),
                new VirtualNumberReleased(8, "+15554440008"));

        Because because = because(9, "VirtualNumberReleased");
        assertThat(view().fallback()).isEqualTo(new Fallback("hangup", null, null, null, because, null));
        assertThat(view().excluded())
                .containsExactly(new Exclusion("virtual_number", 8, "Line 8", "released", because));
        assertThat(order(view())).containsExactly(1L, 2L);
    }

    @Test
    void a_route_is_the_one_of_the_configuration_at_the_position() {
        RouteView before = view();
        long then = log.position();
        log.append(
                new OperatorDeactivated(1),
                new RingTimeoutChanged(7, 40),
                new OperatorsReordered(7, List.of(2L, 1L)),
                new FallbackChanged(7, "voicemail", null, null),
                new VirtualNumberReleased(7, "+15554440007"));

        assertThat(log.answer(new FindRoute(7, null, ACCOUNT, Moment.exactly(then))))
                .isEqualTo(Answer.list(before, then));
    }

    @Test
    void what_was_decided_is_found_by_its_turn_and_by_its_call() {
        log.append(new RouteDecided(7, 1, 31, 5, "priority", List.of(1L, 2L), "hangup"));
        Answer<RecordedRoute> recorded = new Answer<>(new RecordedRoute(7, 1, 31, 5), 0, 6);

        assertThat(log.answer(new FindRecordedRoute(7, 1, NOW))).isEqualTo(recorded);
        assertThat(log.answer(new FindRouteOfCall(31, 7, NOW))).isEqualTo(recorded);
        assertThat(log.answer(new FindRecordedRoute(7, 0, NOW)).view()).isNull();
        assertThat(log.answer(new FindRecordedRoute(7, 1, Moment.exactly(5))).view())
                .isNull();
        assertThat(log.answer(new FindRouteOfCall(31, 8, NOW)).view()).isNull();
        assertThat(log.answer(new FindRouteOfCall(31, 7, Moment.exactly(5))).view())
                .isNull();
    }

    @Test
    void a_phone_number_belongs_to_whoever_holds_it_at_the_time() {
        log.append(new PhoneNumberClaimed("+15554440007", 7));
        assertThat(holders("+15554440007", NOW)).containsExactly(new Holder(7, 1, false));
        assertThat(holders("+15554440008", NOW)).isEmpty();

        log.append(new VirtualNumberReleased(7, "+15554440007"), new PhoneNumberFreed("+15554440007", 7));
        assertThat(holders("+15554440007", NOW)).containsExactly(new Holder(7, 1, true));

        log.append(number(8, 2), new PhoneNumberClaimed("+15554440007", 8));
        assertThat(holders("+15554440007", NOW)).containsExactly(new Holder(8, 2, false), new Holder(7, 1, true));
        assertThat(holders("+15554440007", Moment.exactly(6))).containsExactly(new Holder(7, 1, false));
    }

    private List<Holder> holders(String phoneNumber, Moment moment) {
        return Objects.requireNonNull(
                log.answer(new ListHolders(phoneNumber, moment)).view());
    }

    private static OperatorAttached attached(long operator) {
        return new OperatorAttached(7, operator, 1);
    }

    private static RouteDecided decided(long number, long turn) {
        return new RouteDecided(number, turn, 100 + turn, 5, "round_robin", List.of(), "hangup");
    }

    private static Because because(long position, String type) {
        return new Because(position, type, ProjectedLog.START.plusSeconds(position), new Because.Actor("api_key", 5));
    }

    private Answer<RouteView> route(Scope scope) {
        return log.answer(new FindRoute(7, null, scope, NOW));
    }

    private RouteView view() {
        return route(ACCOUNT).view();
    }

    private List<Because> becauses() {
        return view().steps().stream()
                .flatMap(step -> step.operators().stream())
                .map(RungOperator::because)
                .toList();
    }

    private static List<Long> order(RouteView route) {
        return route.steps().stream()
                .flatMap(step -> step.operators().stream())
                .map(RungOperator::id)
                .toList();
    }
}
