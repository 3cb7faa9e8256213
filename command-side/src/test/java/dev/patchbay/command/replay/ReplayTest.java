package dev.patchbay.command.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayCommand;
import dev.patchbay.shared.replay.ReplayCommand.AcceptReplay;
import dev.patchbay.shared.replay.ReplayCommand.CancelReplay;
import dev.patchbay.shared.replay.ReplayCommand.DiscardReplay;
import dev.patchbay.shared.replay.ReplayCommand.FailReplay;
import dev.patchbay.shared.replay.ReplayCommand.LimitReplay;
import dev.patchbay.shared.replay.ReplayCommand.PauseReplay;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayCommand.ResumeReplay;
import dev.patchbay.shared.replay.ReplayCommand.StartReplay;
import dev.patchbay.shared.replay.ReplayCommand.SwitchReplay;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayDiscarded;
import dev.patchbay.shared.replay.ReplayEvent;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayLimited;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayResumed;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import dev.patchbay.shared.replay.TableDifference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    private static final ReplayId REPLAY = new ReplayId(12);
    private static final ReplayStarted STARTED = new ReplayStarted(12, 7, "views", null);
    private static final ReportDifferences REPORT = new ReportDifferences(REPLAY, 90, List.of());
    private static final ReplayDiffered DIFFERED = new ReplayDiffered(12, 90);

    private static final Map<ReplayStatus, List<ReplayEvent>> HISTORIES = Map.of(
            ReplayStatus.RUNNING, List.of(STARTED, new ReplayPaused(12), new ReplayResumed(12)),
            ReplayStatus.PAUSED, List.of(STARTED, new ReplayPaused(12)),
            ReplayStatus.DIFFERING, List.of(STARTED, DIFFERED),
            ReplayStatus.ACCEPTED, List.of(STARTED, DIFFERED, new ReplayAccepted(12)),
            ReplayStatus.SWITCHED, List.of(STARTED, new ReplaySwitched(12, 90)),
            ReplayStatus.CANCELLED, List.of(STARTED, new ReplayCancelled(12)),
            ReplayStatus.DISCARDED, List.of(STARTED, DIFFERED, new ReplayDiscarded(12)),
            ReplayStatus.FAILED, List.of(STARTED, new ReplayFailed(12, 90, "disk full")));

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Replay> replay =
            new AggregateTestFixture<>(Replay.class).registerInjectableResource(names);

    @Test
    void is_started_as_the_only_one_of_its_projection() {
        replay.givenNoPriorActivity()
                .when(new StartReplay(REPLAY, new AccountId(7), "views", 5000))
                .expectEvents(new ReplayStarted(12, 7, "views", 5000));

        assertThat(names.asked()).containsExactly("claim replay 0 views for 12");
    }

    @Test
    void is_refused_while_another_is_under_way() {
        replay.givenNoPriorActivity()
                .when(new StartReplay(REPLAY, new AccountId(7), SomeNames.TAKEN, null))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    /** A command, what becomes of it, what the replay is then, and in which other states it may be given. */
    private record Step(ReplayCommand command, ReplayEvent event, ReplayStatus wanted, Set<ReplayStatus> from) {}

    private static List<Step> steps() {
        Set<ReplayStatus> underWay =
                Set.of(ReplayStatus.RUNNING, ReplayStatus.PAUSED, ReplayStatus.DIFFERING, ReplayStatus.ACCEPTED);
        return List.of(
                new Step(
                        new PauseReplay(REPLAY),
                        new ReplayPaused(12),
                        ReplayStatus.PAUSED,
                        Set.of(ReplayStatus.RUNNING)),
                new Step(
                        new ResumeReplay(REPLAY),
                        new ReplayResumed(12),
                        ReplayStatus.RUNNING,
                        Set.of(ReplayStatus.PAUSED)),
                new Step(
                        new CancelReplay(REPLAY),
                        new ReplayCancelled(12),
                        ReplayStatus.CANCELLED,
                        Set.of(ReplayStatus.RUNNING, ReplayStatus.PAUSED, ReplayStatus.DIFFERING)),
                new Step(
                        new AcceptReplay(REPLAY),
                        new ReplayAccepted(12),
                        ReplayStatus.ACCEPTED,
                        Set.of(ReplayStatus.DIFFERING)),
                new Step(
                        new DiscardReplay(REPLAY),
                        new ReplayDiscarded(12),
                        ReplayStatus.DISCARDED,
                        Set.of(ReplayStatus.DIFFERING)),
                new Step(REPORT, DIFFERED, ReplayStatus.DIFFERING, Set.of(ReplayStatus.RUNNING)),
                new Step(
                        new SwitchReplay(REPLAY, 90),
                        new ReplaySwitched(12, 90),
                        ReplayStatus.SWITCHED,
                        EnumSet.complementOf(EnumSet.of(ReplayStatus.SWITCHED))),
                new Step(
                        new FailReplay(REPLAY, 90, "disk full"),
                        new ReplayFailed(12, 90, "disk full"),
                        ReplayStatus.FAILED,
                        underWay));
    }

    static Stream<Object[]> everyCommandInEveryState() {
        return steps().stream()
                .flatMap(step -> Arrays.stream(ReplayStatus.values()).map(status -> new Object[] {step, status}));
    }

    @ParameterizedTest
    @MethodSource("everyCommandInEveryState")
    void does_what_is_asked_where_it_can_is_silent_where_it_is_so_and_refuses_it_elsewhere(
            Step step, ReplayStatus status) {
        var asked = replay.given(HISTORIES.get(status)).when(step.command());

        if (step.from().contains(status)) {
            asked.expectEvents(step.event());
        } else if (step.wanted() == status) {
            asked.expectSuccessfulHandlerExecution().expectNoEvents();
        } else {
            asked.expectNoEvents()
                    .expectException(Refusal.class)
                    .expectExceptionDetails(
                            new Refusal.Details(Refusal.Reason.NOT_NOW, "Replay 12 is " + status.word()));
        }
        boolean ends = step.from().contains(status) && !step.wanted().isUnderWay();
        assertThat(names.asked()).isEqualTo(ends ? List.of("free replay 0 views of 12") : List.of());
    }

    @ParameterizedTest
    @EnumSource(ReplayStatus.class)
    void is_limited_while_it_is_under_way(ReplayStatus status) {
        var asked = replay.given(HISTORIES.get(status)).when(new LimitReplay(REPLAY, 10));

        if (status.isUnderWay()) {
            asked.expectEvents(new ReplayLimited(12, 10));
        } else {
            asked.expectNoEvents().expectException(Refusal.class);
        }
    }

    @Test
    void is_silent_about_the_limit_that_it_has() {
        replay.given(STARTED, new ReplayLimited(12, 10))
                .when(new LimitReplay(REPLAY, 10))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_rid_of_its_limit() {
        replay.given(STARTED, new ReplayLimited(12, 10))
                .when(new LimitReplay(REPLAY, null))
                .expectEvents(new ReplayLimited(12, null));
    }

    @Test
    void says_in_which_tables_it_differs() {
        var tables = List.of(
                new TableDifference("operator", 1, 2, List.of("id=4")), new TableDifference("call", 3, 0, List.of()));

        replay.given(STARTED)
                .when(new ReportDifferences(REPLAY, 90, tables))
                .expectEvents(
                        new ReplayTableDiffered(12, "operator", 1, 2, List.of("id=4")),
                        new ReplayTableDiffered(12, "call", 3, 0, List.of()),
                        DIFFERED);
    }

    @Test
    void keeps_the_beginning_of_what_is_long_and_a_line_for_each_row() {
        String lengthy = "😀" + "😀\r\n".repeat(600);
        var rows = IntStream.range(0, 30).mapToObj(row -> lengthy).toList();
        var tables = IntStream.range(0, 30)
                .mapToObj(table -> new TableDifference("t" + table, 1, 1, rows))
                .toList();

        String kept = "😀" + "😀 ".repeat(249) + "…";
        assertThat(new FailReplay(REPLAY, 1, "😀".repeat(600)).error()).isEqualTo("😀".repeat(499) + "…");
        assertThat(new ReportDifferences(REPLAY, 1, tables).tables())
                .hasSize(20)
                .allSatisfy(table -> assertThat(table.rows()).hasSize(10).allMatch(kept::equals));
    }
}
