package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertAnswer;
import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class StatisticsIT {

    private Tenant tenant;
    private Client client;
    private long number;

    @BeforeEach
    void open() {
        tenant = Tenant.open();
        client = tenant.client();
        number = tenant.number("Sales line");
    }

    @Test
    void a_number_shows_what_its_calls_come_to() {
        call(number, "answered", 213, "2026-04-14T16:22:05Z", null);
        call(number, "answered", 62, "2026-04-14T16:30:00Z", null);
        call(number, "missed", 0, "2026-04-14T16:31:00Z", null);
        call(number, "busy", 0, "2026-04-14T16:32:00Z", null);
        call(number, "failed", 0, "2026-04-14T16:33:00Z", null);

        assertThat(stats(number).toString())
                .isEqualTo(
                        "{\"total_calls\":5,\"answered_calls\":2,\"missed_calls\":3,\"average_duration_seconds\":138}");
    }

    @Test
    void a_ringing_call_is_shown_but_not_counted_until_it_is_answered_or_missed() {
        long call = call(number, "ringing", 0, "2026-04-14T16:22:05Z", null);

        assertThat(recent(number)).containsExactly(call);
        assertThat(stats(number).get("total_calls").asInt()).isZero();

        client.patch("/calls/" + call, """
                {"call_status": "answered", "call_duration": 9}""");
        assertThat(stats(number).toString())
                .isEqualTo(
                        "{\"total_calls\":1,\"answered_calls\":1,\"missed_calls\":0,\"average_duration_seconds\":9}");
    }

    @Test
    void shows_the_ten_calls_that_began_last_whatever_the_order_in_which_they_came() {
        List<Integer> minutes = new ArrayList<>(IntStream.range(10, 22).boxed().toList());
        Collections.shuffle(minutes, new Random(7));
        for (int minute : minutes) {
            call(number, "missed", 0, "2026-04-14T16:" + minute + ":00Z", null);
        }

        JsonNode recent = client.get("/virtual_numbers/" + number).data().get("recent_calls");
        assertThat(Answers.texts(recent, "created_at"))
                .containsExactlyElementsOf(IntStream.range(12, 22)
                        .mapToObj(minute -> "2026-04-14T16:" + minute + ":00Z")
                        .sorted(Collections.reverseOrder())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reports_in_any_order_and_any_number_of_times_come_to_the_same_and_undo_no_correction(long seed) {
        Random dice = new Random(seed);
        List<String> reports = IntStream.range(0, 60)
                .mapToObj(call -> report(call, dice.nextInt(3) > 0 ? "answered" : "busy"))
                .toList();
        List<String> deliveries = new ArrayList<>(reports);
        deliveries.addAll(reports.subList(0, 40));
        deliveries.addAll(reports.subList(20, 30));
        Collections.shuffle(deliveries, dice);
        Map<String, Long> ids = new HashMap<>();
        Set<String> corrected = new HashSet<>();

        for (int each = 0; each < deliveries.size(); ) {
            int together = 1 + dice.nextInt(20);
            List<String> next = deliveries.subList(each, Math.min(each + together, deliveries.size()));
            ids.putAll(deliver(next));
            each += next.size();
            String wrong = next.get(dice.nextInt(next.size()));
            client.patch("/calls/" + ids.get(wrong), """
                    {"call_status": "failed"}""");
            corrected.add(wrong);
        }

        long answered = reports.stream()
                .filter(report -> report.contains("answered") && !corrected.contains(report))
                .count();
        JsonNode byDay = statistics("/virtual_numbers/" + number, "bucket=day&tz=Asia/Kathmandu")
                .data();
        assertThat(byDay.get("total_calls").asLong()).isEqualTo(reports.size());
        assertThat(byDay.get("answered_calls").asLong()).isEqualTo(answered);
        assertThat(sum(byDay.get("series"), "total_calls")).isEqualTo(reports.size());
        assertThat(sum(byDay.get("series"), "answered_calls")).isEqualTo(answered);
        assertThat(stats(number).get("answered_calls").asLong()).isEqualTo(answered);
    }

    private static long sum(JsonNode series, String member) {
        return Answers.numbers(series, member).stream()
                .mapToLong(calls -> calls)
                .sum();
    }

    private String report(int call, String status) {
        return "{\"virtual_number_id\": %d, \"external_id\": \"CA%d\", \"direction\": \"inbound\", \"call_status\": \"%s\", \"started_at\": \"2026-03-%02dT10:00:00Z\"}"
                .formatted(number, call, status, 1 + call % 28);
    }

    /** One by itself, several as a batch; answers which calls they are of. */
    private Map<String, Long> deliver(List<String> reports) {
        Map<String, Long> ids = new HashMap<>();
        if (reports.size() == 1) {
            Reply single = client.post("/virtual_numbers/" + number + "/calls", reports.getFirst());
            assertThat(single.status()).isIn(200, 201);
            ids.put(reports.getFirst(), single.id());
        } else {
            Reply batch =
                    client.post("/calls/batch", String.join("\n", reports), "Content-Type", "application/x-ndjson");
            List<String> results = batch.body().lines().toList();
            assertThat(results).hasSize(reports.size()).allMatch(line -> line.matches(".*\"status\":20[01],.*"));
            for (int each = 0; each < reports.size(); each++) {
                ids.put(reports.get(each), Long.valueOf(results.get(each).replaceAll(".*\"id\":|}", "")));
            }
        }
        return ids;
    }

    @Test
    void calls_never_fail_an_if_match_on_their_number() {
        String seen = client.get("/virtual_numbers/" + number).etag();
        call(number, "missed", 0, "2026-04-14T16:22:05Z", null);

        Reply changed = client.patch("/virtual_numbers/" + number, """
                {"name": "Renamed"}""", "If-Match", seen);

        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void divides_a_period_by_the_clock_of_a_time_zone() {
        call(number, "answered", 213, "2026-03-28T10:00:00Z", null);
        call(number, "missed", 0, "2026-03-28T21:59:59Z", null);
        call(number, "answered", 61, "2026-03-28T22:00:00Z", null);

        Reply byDay =
                statistics("/virtual_numbers/" + number, "from=2026-03-28&to=2026-03-30&bucket=day&tz=Europe/Vilnius");

        assertAnswer(byDay, 200, """
                {"data": {"from": "2026-03-27T22:00:00Z", "to": "2026-03-29T21:00:00Z", "bucket": "day", "tz": "Europe/Vilnius",
                  "total_calls": 3, "answered_calls": 2, "missed_calls": 1, "average_duration_seconds": 137,
                  "total_duration_seconds": 274, "series": [
                    {"from": "2026-03-28T00:00:00+02:00", "to": "2026-03-29T00:00:00+02:00", "total_calls": 2,
                     "answered_calls": 1, "missed_calls": 1, "average_duration_seconds": 213, "total_duration_seconds": 213},
                    {"from": "2026-03-29T00:00:00+02:00", "to": "2026-03-30T00:00:00+03:00", "total_calls": 1,
                     "answered_calls": 1, "missed_calls": 0, "average_duration_seconds": 61, "total_duration_seconds": 61}]}}""");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Vilnius, 2026-03-29, 2026-03-30, 23",
        "Europe/Vilnius, 2026-10-25, 2026-10-26, 25",
        "Asia/Kathmandu, 2026-03-29, 2026-03-30, 24"
    })
    void every_hour_of_a_day_is_there_as_often_as_it_comes(String zone, String from, String to, int hours) {
        Reply byHour =
                statistics("/virtual_numbers/" + number, "from=" + from + "&to=" + to + "&bucket=hour&tz=" + zone);

        assertThat(byHour.data().get("series")).hasSize(hours);
    }

    @Test
    void without_a_period_the_series_goes_from_the_first_call_to_the_last() {
        call(number, "missed", 0, "2026-01-31T23:30:00Z", null);
        call(number, "missed", 0, "2026-03-01T00:00:00Z", null);

        JsonNode series =
                statistics("/virtual_numbers/" + number, "bucket=month").data().get("series");

        assertThat(Answers.texts(series, "from"))
                .containsExactly("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
        assertThat(Answers.numbers(series, "total_calls")).containsExactly(1L, 0L, 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T18:10:00Z, month, Asia/Kolkata, 2026-01-01T00:00:00+05:30",
        "2026-01-31T18:40:00Z, month, Asia/Kolkata, 2026-02-01T00:00:00+05:30",
        "2026-01-31T18:20:00Z, day, Asia/Kathmandu, 2026-02-01T00:00:00+05:45",
        "2010-11-07T02:30:30Z, hour, America/St_Johns, 2010-11-07T00:00:00-02:30",
        "2010-11-07T02:32:00Z, hour, America/St_Johns, 2010-11-06T23:01:00-03:30"
    })
    void without_a_period_no_part_comes_before_the_first_call_or_after_the_last_whatever_the_clock(
            String startedAt, String bucket, String zone, String from) {
        call(number, "missed", 0, startedAt, null);

        JsonNode series = statistics("/virtual_numbers/" + number, "bucket=" + bucket + "&tz=" + zone)
                .data()
                .get("series");

        assertThat(Answers.texts(series, "from")).containsExactly(from);
        assertThat(Answers.numbers(series, "total_calls")).containsExactly(1L);
    }

    @Test
    void a_correction_moves_what_was_counted() {
        long call = call(number, "answered", 100, "2026-03-28T10:00:00Z", null);

        client.patch("/calls/" + call, """
                {"started_at": "2026-03-29T10:00:00Z", "call_duration": 40}""");

        JsonNode byDay = statistics("/virtual_numbers/" + number, "from=2026-03-28&to=2026-03-30&bucket=day")
                .data();
        assertThat(Answers.numbers(byDay.get("series"), "total_duration_seconds"))
                .containsExactly(0L, 40L);
    }

    @Test
    void a_project_is_the_sum_of_its_numbers_wherever_they_were_before() {
        long project = tenant.project("Sales");
        long other = tenant.number("Other line");
        call(number, "answered", 10, "2026-03-28T10:00:00Z", null);
        call(other, "missed", 0, "2026-03-28T10:00:00Z", null);
        assertThat(total("/projects/" + project)).isZero();

        tenant.assign(project, number);
        assertThat(total("/projects/" + project)).isEqualTo(1);
        tenant.assign(project, other);
        client.delete("/virtual_numbers/" + other);

        assertThat(total("/projects/" + project)).isEqualTo(2);
        assertThat(total("/projects/" + project))
                .isEqualTo(total("/virtual_numbers/" + number) + total("/virtual_numbers/" + other));
    }

    @Test
    void a_project_keeps_the_calls_of_a_number_that_it_lost_until_another_gets_it() {
        long project = tenant.project("Sales");
        long other = tenant.project("Support");
        tenant.assign(project, number);
        Client scoped = tenant.scopedTo(project, "read", "write");
        long before = call(number, "answered", 10, "2026-03-28T10:00:00Z", null);
        client.delete("/projects/" + project + "/virtual_numbers/" + number);
        long after = call(number, "missed", 0, "2026-03-28T11:00:00Z", null);

        assertThat(total("/projects/" + project)).isEqualTo(2);
        assertThat(ids(client.get("/calls?project_id=" + project).data())).containsExactly(after, before);
        assertThat(ids(scoped.get("/calls").data())).containsExactly(after, before);
        assertThat(scoped.get("/calls/" + before).status()).isEqualTo(200);
        assertThat(scoped.get("/virtual_numbers/" + number + "/stats").status()).isEqualTo(200);
        assertNotFound(scoped.get("/virtual_numbers/" + number));

        tenant.assign(other, number);

        assertThat(total("/projects/" + project)).isZero();
        assertThat(total("/projects/" + other)).isEqualTo(2);
        assertThat(ids(scoped.get("/calls").data())).isEmpty();
    }

    @Test
    void operators_are_counted_by_what_they_answered() {
        long alice = tenant.operator("Alice Carter");
        long eva = tenant.operator("Eva Frank");
        call(number, "answered", 10, "2026-03-28T10:00:00Z", alice);
        call(number, "answered", 20, "2026-03-28T10:00:00Z", eva);
        long corrected = call(number, "answered", 30, "2026-03-28T10:00:00Z", eva);
        call(number, "missed", 0, "2026-03-28T10:00:00Z", null);
        client.delete("/operators/" + eva);

        client.patch("/calls/" + corrected, "{\"operator_id\": " + alice + "}");

        assertThat(statistics("/operators/" + alice, "")
                        .data()
                        .get("total_duration_seconds")
                        .asInt())
                .isEqualTo(40);
        assertThat(total("/operators/" + alice) + total("/operators/" + eva))
                .isEqualTo(stats(number).get("answered_calls").asInt());
    }

    @Test
    void calls_that_come_late_for_a_released_number_are_counted() {
        client.delete("/virtual_numbers/" + number);
        call(number, "answered", 10, "2026-03-28T10:00:00Z", null);

        assertThat(total("/virtual_numbers/" + number)).isEqualTo(1);
        assertNotFound(client.get("/virtual_numbers/" + number));
    }

    @Test
    void a_key_sees_the_statistics_of_what_it_sees() {
        long project = tenant.project("Sales");
        long others = tenant.project("Support");
        tenant.assign(project, number);
        long operator = tenant.operator("Alice Carter");
        Client scoped = tenant.scopedTo(project, "read");

        assertThat(scoped.get("/virtual_numbers/" + number + "/stats").status()).isEqualTo(200);
        assertThat(scoped.get("/projects/" + project + "/stats").status()).isEqualTo(200);
        assertNotFound(scoped.get("/projects/" + others + "/stats"));
        assertNotFound(scoped.get("/operators/" + operator + "/stats"));
        client.post("/projects/" + project + "/operators", "{\"operator_id\": " + operator + "}");
        call(number, "answered", 10, "2026-03-28T10:00:00Z", operator);
        call(tenant.number("Other line"), "answered", 20, "2026-03-28T10:00:00Z", operator);
        assertThat(scoped.get("/operators/" + operator + "/stats")
                        .data()
                        .get("total_duration_seconds")
                        .asInt())
                .isEqualTo(10);
        assertThat(total("/operators/" + operator)).isEqualTo(2);
        assertNotFound(Tenant.open().client().get("/virtual_numbers/" + number + "/stats"));
        assertError(tenant.with("write").get("/projects/" + project + "/stats"), 403, "Read permission required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=yesterday | from must be a time such as 2026-11-20T10:00:00Z, or a date",
                "to=2026-13-01 | to must be a time such as 2026-11-20T10:00:00Z, or a date",
                "to=9999-01-01 | to must be a time such as 2026-11-20T10:00:00Z, or a date",
                "from=2026-02-01&to=2026-02-01 | from must be before to",
                "from=2026-02-01T00:00:00.1Z&to=2026-02-01T00:00:00.9Z&bucket=hour | from must be before to",
                "bucket=minute | bucket must be hour, day, week or month",
                "from=2020-01-01&to=2026-01-01&bucket=hour | bucket is too short for the period: at most 10000 parts are answered",
                "tz=Europe/Nowhere | tz must be a time zone such as Europe/Vilnius",
                "tz=%2B05:17 | tz must be a time zone such as Europe/Vilnius"
            })
    void says_what_is_wrong_with_a_period(String parameters, String message) {
        assertError(statistics("/virtual_numbers/" + number, parameters), 422, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28T12:00:00+02:00", "2026-03-28T12:00:00%2B02:00", "2026-03-28T10:00:00Z"})
    void takes_times_with_an_offset_as_people_write_them(String from) {
        call(number, "missed", 0, "2026-03-28T09:59:59Z", null);
        call(number, "missed", 0, "2026-03-28T10:00:00Z", null);

        assertThat(statistics("/virtual_numbers/" + number, "from=" + from)
                        .data()
                        .get("total_calls")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=1970-01-01&tz=Europe/Vilnius",
                "from=1970-01-01&tz=Pacific/Kiritimati",
                "to=2200-01-01&tz=Pacific/Pago_Pago",
                "tz=Etc/GMT+5",
                "tz=Etc/GMT%2B5"
            })
    void takes_the_first_and_the_last_day_and_the_zone_of_any_place(String parameters) {
        call(number, "missed", 0, "2026-03-28T09:59:59Z", null);

        Reply found = statistics("/virtual_numbers/" + number, parameters);

        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.data().get("total_calls").asInt()).isEqualTo(1);
    }

    @Test
    void less_than_a_second_is_cut_off_of_a_period_as_it_is_of_a_call() {
        call(number, "missed", 0, "2026-03-28T10:00:00.7Z", null);

        JsonNode found = statistics(
                        "/virtual_numbers/" + number, "from=2026-03-28T10:00:00.5Z&to=2026-03-28T10:00:01.5Z")
                .data();

        assertThat(found.get("total_calls").asInt()).isEqualTo(1);
        assertThat(found.get("from").asString()).isEqualTo("2026-03-28T10:00:00Z");
        assertThat(found.get("to").asString()).isEqualTo("2026-03-28T10:00:01Z");
    }

    @Test
    void what_is_not_there_is_not_found_whatever_is_asked_about_it() {
        assertNotFound(client.get("/virtual_numbers/999999/stats?bucket=minute"));
        assertNotFound(client.get("/operators/999999/stats"));
        assertNotFound(client.get("/projects/999999/stats"));
    }

    private long call(long of, String status, int duration, String startedAt, @Nullable Long operator) {
        Reply recorded =
                client.post("/virtual_numbers/" + of + "/calls", """
                {"direction": "inbound", "call_status": "%s", "call_duration": %d, "started_at": "%s", "operator_id": %s}""".formatted(status, duration, startedAt, operator));
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        return recorded.id();
    }

    private JsonNode stats(long of) {
        return client.get("/virtual_numbers/" + of).data().get("stats");
    }

    private List<Long> recent(long of) {
        return ids(client.get("/virtual_numbers/" + of).data().get("recent_calls"));
    }

    private Reply statistics(String of, String parameters) {
        return client.get(of + "/stats?" + parameters);
    }

    private int total(String of) {
        return statistics(of, "").data().get("total_calls").asInt();
    }
}
