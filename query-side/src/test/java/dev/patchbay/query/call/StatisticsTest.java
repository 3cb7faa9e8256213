package dev.patchbay.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Facts;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.query.call.KnownCalls.Holder;
import dev.patchbay.query.call.KnownCalls.Whose;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery;
import dev.patchbay.shared.call.CallStatisticsQuery.FindOperatorStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindProjectStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.util.FileSystemUtils;

/** Whatever comes to be known of calls, and in whatever order: statistics say what counting by hand says. */
class StatisticsTest {

    private static final Scope ACCOUNT = new Scope(Facts.ACCOUNT, null);

    @Property(tries = 20, seed = "42", edgeCases = EdgeCasesMode.NONE)
    void say_what_counting_by_hand_says_at_every_position(
            @ForAll("histories") List<KnownCalls.Step> history, @ForAll("periods") List<Period> periods)
            throws IOException {
        Path directory = Files.createTempDirectory("patchbay-statistics");
        try (ProjectedLog log = new ProjectedLog(directory)) {
            KnownCalls known = new KnownCalls(log);
            List<KnownCalls> moments = new ArrayList<>();
            for (KnownCalls.Step step : history) {
                known.perform(step);
                moments.add(known.remembered());
            }
            moments.add(known.remembered());
            for (int each = 0; each < periods.size(); each++) {
                KnownCalls moment = moments.get(each * (moments.size() - 1) / periods.size());
                compare(log, moment, periods.get(each));
                compare(log, moments.getLast(), periods.get(each));
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static void compare(ProjectedLog log, KnownCalls known, Period period) {
        Moment moment = Moment.exactly(known.position());
        long ofNumbers = 0;
        long byOperators = 0;
        for (Whose whose : known.everybody()) {
            CallStatistics found = log.view(query(whose, period, moment));
            List<KnownCall> counted = known.counted(whose, period);
            check(found, counted, period);
            if (whose.holder() == Holder.OPERATOR) {
                for (long project : KnownCalls.PROJECTS) {
                    CallStatistics within = log.view(
                            new FindOperatorStatistics(whose.id(), period, new Scope(Facts.ACCOUNT, project), moment));
                    check(within, known.countedWithin(project, whose, period), period);
                }
            }
            ofNumbers += whose.holder() == Holder.NUMBER ? found.totalCalls() : 0;
            byOperators += whose.holder() == Holder.OPERATOR ? found.totalCalls() : 0;
        }
        List<KnownCall> all = known.counted(period);
        assertThat(ofNumbers).isEqualTo(all.size());
        assertThat(byOperators)
                .isEqualTo(all.stream().filter(call -> call.operator() != null).count());
    }

    private static void check(CallStatistics found, List<KnownCall> counted, Period period) {
        long answered = counted.stream().filter(KnownCall::answered).count();
        assertThat(found.totalCalls()).as("%s", period).isEqualTo(counted.size());
        assertThat(found.answeredCalls()).as("%s", period).isEqualTo(answered);
        assertThat(found.missedCalls()).isEqualTo(counted.size() - answered);
        assertThat(found.totalDurationSeconds())
                .as("%s", period)
                .isEqualTo(counted.stream().mapToLong(KnownCall::seconds).sum());
        assertThat(found.averageDurationSeconds())
                .isEqualTo(WallCalendar.average(found.totalDurationSeconds(), answered));
        assertThat(found.series())
                .as("%s", period)
                .isEqualTo(period.bucket() == null ? List.of() : WallCalendar.series(period, counted));
    }

    private static CallStatisticsQuery query(Whose whose, Period period, Moment moment) {
        return switch (whose.holder()) {
            case NUMBER -> new FindVirtualNumberStatistics(whose.id(), period, ACCOUNT, moment);
            case OPERATOR -> new FindOperatorStatistics(whose.id(), period, ACCOUNT, moment);
            case PROJECT -> new FindProjectStatistics(whose.id(), period, ACCOUNT, moment);
        };
    }

    @Provide
    Arbitrary<List<KnownCalls.Step>> histories() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(Arbitraries.of(KnownCalls.What.values()), any, any, any)
                .as(KnownCalls.Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Period>> periods() {
        Arbitrary<Instant> ends = Arbitraries.integers()
                .between(-4 * 86_400, 4 * 86_400)
                .map(seconds -> KnownCalls.CLOCK_CHANGES
                        .get(Math.abs(seconds) % KnownCalls.CLOCK_CHANGES.size())
                        .plusSeconds(seconds));
        Arbitrary<ZoneId> zones = Arbitraries.of(KnownCalls.ZONES).map(ZoneId::of);
        return Combinators.combine(
                        ends.injectNull(0.3),
                        ends.injectNull(0.3),
                        Arbitraries.of(Bucket.values()).injectNull(0.2),
                        zones)
                .as(StatisticsTest::period)
                .list()
                .ofSize(8);
    }

    private static Period period(Instant one, Instant other, Bucket bucket, ZoneId zone) {
        boolean swapped = one != null && other != null && one.isAfter(other);
        Instant from = swapped ? other : one;
        Instant to = swapped ? one : other;
        boolean empty = from != null && from.equals(to);
        return new Period(from, empty ? null : to, bucket, zone);
    }
}
