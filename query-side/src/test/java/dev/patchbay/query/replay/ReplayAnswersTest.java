package dev.patchbay.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.replay.ReplayAccepted;
import dev.patchbay.shared.replay.ReplayCancelled;
import dev.patchbay.shared.replay.ReplayDiffered;
import dev.patchbay.shared.replay.ReplayFailed;
import dev.patchbay.shared.replay.ReplayPaused;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.ReplayQuery.FindReplayUnderWay;
import dev.patchbay.shared.replay.ReplayQuery.ListReplays;
import dev.patchbay.shared.replay.ReplayStarted;
import dev.patchbay.shared.replay.ReplaySwitched;
import dev.patchbay.shared.replay.ReplayTableDiffered;
import dev.patchbay.shared.replay.ReplayView;
import dev.patchbay.shared.replay.TableDifference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayAnswersTest extends LogTest {

    private static final TableDifference ACCOUNT_TABLE = new TableDifference("account", 0, 1, List.of());
    private static final TableDifference OPERATOR_TABLE =
            new TableDifference("operator", 2, 3, List.of("id=4", "id=5"));

    @Test
    void a_replay_tells_how_far_it_is_and_in_which_tables_it_differs() {
        log.append(
                started(12),
                new ReplayTableDiffered(12, "operator", 2, 3, List.of("id=4", "id=5")),
                new ReplayTableDiffered(12, "account", 0, 1, List.of()),
                new ReplayDiffered(12, 3));

        assertThat(log.answer(new FindReplay("views", 12, NOW)).version()).isEqualTo(3);
        assertThat(log.view(new FindReplay("views", 12, NOW)))
                .isEqualTo(new ReplayView(
                        12,
                        1,
                        "views",
                        "differing",
                        100,
                        1,
                        3L,
                        List.of(ACCOUNT_TABLE, OPERATOR_TABLE),
                        null,
                        ProjectedLog.START.plusSeconds(1),
                        ProjectedLog.START.plusSeconds(4)));
        assertThat(log.view(new FindReplay("views", 12, Moment.exactly(1))).differences())
                .isEmpty();
    }

    @Test
    void a_replay_that_failed_says_where_and_why() {
        log.append(started(12), new ReplayFailed(12, 1, "disk full"));

        assertThat(log.view(new FindReplay("views", 12, NOW)))
                .extracting(ReplayView::status, ReplayView::position, ReplayView::error)
                .containsExactly("failed", 1L, "disk full");
    }

    @Test
    void a_replay_is_not_one_of_another_projection() {
        log.append(started(12));

        assertThat(log.answer(new FindReplay("others", 12, NOW)).found()).isEmpty();
    }

    @Test
    void the_one_under_way_is_found_until_it_ends() {
        log.append(started(12), new ReplayCancelled(12));
        long between = log.append(started(13));
        log.append(new ReplayDiffered(13, 3), new ReplayAccepted(13), new ReplaySwitched(13, 5));

        assertThat(log.answer(new FindReplayUnderWay("views", NOW)).found()).isEmpty();
        assertThat(log.view(new FindReplayUnderWay("views", Moment.exactly(between)))
                        .id())
                .isEqualTo(13);
        assertThat(log.view(new FindReplayUnderWay("views", Moment.exactly(between + 2)))
                        .status())
                .isEqualTo("accepted");
        assertThat(log.answer(new FindReplayUnderWay("views", Moment.exactly(between - 1)))
                        .found())
                .isEmpty();
    }

    @Test
    void replays_are_listed_with_their_differences_the_newest_first() {
        log.append(
                started(12),
                new ReplayTableDiffered(12, "account", 0, 1, List.of()),
                new ReplayDiffered(12, 3),
                started(13),
                started(14),
                new ReplayPaused(14));

        assertThat(log.view(new ListReplays("views", null, NOW)).entries())
                .extracting(ReplayView::id, ReplayView::status, ReplayView::differences)
                .containsExactly(
                        tuple(14L, "paused", List.of()),
                        tuple(13L, "running", List.of()),
                        tuple(12L, "differing", List.of(ACCOUNT_TABLE)));
        assertThat(log.view(new ListReplays("views", new Page(2, 2), NOW))).satisfies(listing -> {
            assertThat(listing.total()).isEqualTo(3);
            assertThat(listing.entries()).extracting(ReplayView::id).containsExactly(12L);
        });
    }

    private static ReplayStarted started(long id) {
        return new ReplayStarted(id, 1, "views", 100);
    }
}
