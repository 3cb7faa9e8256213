package dev.patchbay.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.call.Bucket;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final int MANY = 1_000;

    @Test
    void a_day_has_23_hours_when_the_clock_is_put_forward() {
        assertThat(boundaries(Bucket.HOUR, "Europe/Vilnius", "2026-03-29T00:00:00+02:00", "2026-03-30T00:00:00+03:00"))
                .hasSize(24)
                .contains("2026-03-29T02:00+02:00", "2026-03-29T04:00+03:00");
    }

    @Test
    void a_day_has_25_hours_when_the_clock_is_put_back() {
        assertThat(boundaries(Bucket.HOUR, "Europe/Vilnius", "2026-10-25T00:00:00+03:00", "2026-10-26T00:00:00+02:00"))
                .hasSize(26)
                .containsSequence("2026-10-25T03:00+03:00", "2026-10-25T03:00+02:00", "2026-10-25T04:00+02:00");
    }

    @Test
    void an_hour_is_split_where_the_clock_is_changed_by_half_an_hour() {
        assertThat(boundaries(
                        Bucket.HOUR, "Australia/Lord_Howe", "2026-04-05T01:00:00+11:00", "2026-04-05T03:00:00+10:30"))
                .containsExactly(
                        "2026-04-05T01:00+11:00",
                        "2026-04-05T01:30+10:30",
                        "2026-04-05T02:00+10:30",
                        "2026-04-05T03:00+10:30");
    }

    @Test
    void days_go_from_midnight_to_midnight_however_long_they_are() {
        assertThat(boundaries(Bucket.DAY, "Europe/Vilnius", "2026-03-28T12:00:00+02:00", "2026-03-31T12:00:00+03:00"))
                .containsExactly(
                        "2026-03-28T12:00+02:00",
                        "2026-03-29T00:00+02:00",
                        "2026-03-30T00:00+03:00",
                        "2026-03-31T00:00+03:00",
                        "2026-03-31T12:00+03:00");
    }

    @Test
    void a_day_begins_when_its_midnight_is_skipped() {
        assertThat(boundaries(
                        Bucket.DAY, "America/Sao_Paulo", "2018-11-03T00:00:00-03:00", "2018-11-05T00:00:00-02:00"))
                .containsExactly("2018-11-03T00:00-03:00", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
    }

    @Test
    void a_day_that_a_country_never_had_is_not_there() {
        assertThat(boundaries(Bucket.DAY, "Pacific/Apia", "2011-12-29T00:00:00-10:00", "2012-01-01T00:00:00+14:00"))
                .containsExactly("2011-12-29T00:00-10:00", "2011-12-31T00:00+14:00", "2012-01-01T00:00+14:00");
    }

    @Test
    void a_day_that_begins_twice_begins_the_first_time() {
        assertThat(boundaries(Bucket.DAY, "America/St_Johns", "2010-11-06T12:00:00-02:30", "2010-11-08T00:00:00-03:30"))
                .containsExactly("2010-11-06T12:00-02:30", "2010-11-07T00:00-02:30", "2010-11-08T00:00-03:30");
    }

    @Test
    void weeks_begin_on_monday_and_months_on_the_first() {
        assertThat(boundaries(Bucket.WEEK, "UTC", "2026-11-18T00:00:00Z", "2026-12-01T00:00:00Z"))
                .containsExactly("2026-11-18T00:00Z", "2026-11-23T00:00Z", "2026-11-30T00:00Z", "2026-12-01T00:00Z");
        assertThat(boundaries(Bucket.MONTH, "UTC", "2026-11-18T00:00:00Z", "2027-01-02T00:00:00Z"))
                .containsExactly("2026-11-18T00:00Z", "2026-12-01T00:00Z", "2027-01-01T00:00Z", "2027-01-02T00:00Z");
    }

    @Test
    void a_time_is_in_the_part_that_begins_with_it_and_not_in_the_one_that_ends_there() {
        Parts days = new Parts(Bucket.DAY, ZoneId.of("Europe/Vilnius"));
        long midnight = seconds("2026-03-29T00:00:00+02:00");

        assertThat(days.begin(midnight)).isEqualTo(midnight);
        assertThat(days.begin(midnight - 1)).isEqualTo(seconds("2026-03-28T00:00:00+02:00"));
        assertThat(days.after(midnight - 1)).isEqualTo(midnight);
        assertThat(days.after(midnight)).isEqualTo(seconds("2026-03-30T00:00:00+03:00"));
    }

    @Test
    void the_hour_after_a_change_begins_with_the_change() {
        Parts hours = new Parts(Bucket.HOUR, ZoneId.of("Australia/Lord_Howe"));
        long change = seconds("2026-04-05T01:30:00+10:30");

        assertThat(hours.begin(change)).isEqualTo(change);
        assertThat(hours.begin(change + 60)).isEqualTo(change);
        assertThat(hours.begin(change - 60)).isEqualTo(seconds("2026-04-05T01:00:00+11:00"));
    }

    @Test
    void there_are_no_more_parts_than_allowed() {
        Parts hours = new Parts(Bucket.HOUR, ZoneId.of("UTC"));

        assertThat(hours.of(0, 10 * 3600, 10)).hasSize(11);
        assertThat(hours.of(0, 10 * 3600 + 1, 10)).isNull();
    }

    private static List<String> boundaries(Bucket bucket, String zone, String from, String to) {
        ZoneId id = ZoneId.of(zone);
        return new Parts(bucket, id)
                .of(seconds(from), seconds(to), MANY).stream()
                        .map(time -> Instant.ofEpochSecond(time)
                                .atZone(id)
                                .toOffsetDateTime()
                                .toString())
                        .toList();
    }

    private static long seconds(String time) {
        return OffsetDateTime.parse(time).toEpochSecond();
    }
}
