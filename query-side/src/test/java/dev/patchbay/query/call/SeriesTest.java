package dev.patchbay.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Facts;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.Bucket;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class SeriesTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @NullSource
    @EnumSource(mode = EnumSource.Mode.INCLUDE, names = "MONTH")
    void of_a_long_period_only_what_has_calls_is_read(@Nullable Bucket bucket) {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            log.append(Facts.number(1), missed(1, NOON), missed(2, NOON.plusSeconds(86_400)));
            Period period = new Period(
                    Instant.parse("1971-01-01T00:00:00Z"),
                    Instant.parse("2199-01-01T00:00:00Z"),
                    bucket,
                    ZoneId.of("Europe/Vilnius"));

            CallStatistics found = log.view(
                    new FindVirtualNumberStatistics(1, period, new Scope(Facts.ACCOUNT, null), Moment.latest()));

            assertThat(found.totalCalls()).isEqualTo(2);
            assertThat(log.statementsRead()).hasSizeLessThan(10);
        }
    }

    private static CallRecorded missed(long id, Instant startedAt) {
        return new CallRecorded(
                id, Facts.ACCOUNT, 1, null, "inbound", null, null, "missed", 0, null, false, null, startedAt, null);
    }
}
