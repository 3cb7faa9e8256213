package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeadLettersTest extends LogTest {

    private static final OperatorCreated ANNA = Facts.operator(1, "Anna");
    private static final DeadLettersRetried RETRY = new DeadLettersRetried(Facts.ACCOUNT, "views");
    private static final OperatorCreated BOB = Facts.operator(2, "Bob");

    @TempDir
    Path elsewhere;

    @Test
    void are_what_fails_and_what_follows_in_its_stream_while_the_rest_goes_on() {
        block(BOB);

        log.append(
                ANNA, BOB, new OperatorRenamed(2, "Rob"), new OperatorRenamed(1, "Anne"), Facts.operator(3, "Carla"));

        assertThat(name(1)).isEqualTo("Anne");
        assertThat(name(3)).isEqualTo("Carla");
        assertThat(letters())
                .containsExactly("2 operator-2 OperatorCreated 1 true", "3 operator-2 OperatorRenamed 0 false");
    }

    @Test
    void leave_nothing_of_themselves_in_the_views_but_that_they_happened() {
        log.append(ANNA);
        List<String> before = rows();
        block(BOB);

        log.append(BOB);
        unblock();

        List<String> after = rows();
        after.removeAll(before);
        assertThat(after).allMatch(row -> row.startsWith("recorded_")).anyMatch(row -> row.contains("OperatorCreated"));
    }

    @Test
    void come_to_the_same_rows_as_if_they_had_never_failed_once_they_do_not_any_more() {
        List<Event> events = List.of(
                ANNA,
                BOB,
                new OperatorRenamed(2, "Rob"),
                Facts.number(7),
                new OperatorAttached(7, 1, 0),
                Facts.operator(3, "Carla"));
        block(BOB);
        log.append(events);
        unblock();

        assertThatRetriedTheyComeToTheRowsOf(events);
    }

    @Test
    void of_calls_that_began_later_than_those_recorded_since_come_to_the_same_rows() {
        List<Event> events = List.of(
                Facts.number(7),
                call(1, 10),
                call(2, 30),
                call(3, 20),
                call(4, 30),
                call(5, 40),
                callOfOthers(8, 35),
                call(6, 50),
                new CallPeriodCorrected(2, Instant.ofEpochSecond(45), null),
                callOfOthers(9, 48),
                call(7, 48));
        JdbcClient database = JdbcClient.create(log.database());
        // Rows that are in the way of the second call, with its correction, and of the sixth.
        for (long id : List.of(2, 6)) {
            database.sql(
                            "insert into call select ?, 0, ?, 0, 99, 7, null, '', null, null, '', 0, null, 0, null, 0, null")
                    .params(id, Timeline.OPEN)
                    .update();
        }
        log.append(events);
        assertThat(letters()).hasSize(3);
        database.sql("delete from call where account_id = 99").update();

        assertThatRetriedTheyComeToTheRowsOf(events);
    }

    @Test
    void stay_while_they_fail_and_are_counted() {
        List<Event> events = List.of(ANNA, BOB, new OperatorRenamed(2, "Rob"));
        block(BOB);
        log.append(events);

        log.append(RETRY);

        assertThat(letters())
                .containsExactly("2 operator-2 OperatorCreated 2 true", "3 operator-2 OperatorRenamed 0 false");
    }

    @Test
    void do_not_come_of_a_store_that_fails() {
        log.append(ANNA);
        JdbcClient.create(log.database())
                .sql("pragma max_page_count = 1")
                .query()
                .listOfRows();

        assertThatThrownBy(() -> log.append(Stream.iterate(2, id -> id + 1)
                        .limit(2000)
                        .map(id -> Facts.operator(id, "Somebody"))
                        .toList()))
                .hasStackTraceContaining("SQLITE_FULL");

        assertThat(letters()).isEmpty();
        assertThat(log.answer(new FindOperator(2, ACCOUNT, NOW)).view()).isNull();
        assertThat(log.answer(new FindOperator(2, ACCOUNT, NOW)).position()).isEqualTo(1);
    }

    private void assertThatRetriedTheyComeToTheRowsOf(List<Event> events) {
        log.append(RETRY);

        assertThat(letters()).isEmpty();
        try (ProjectedLog other = new ProjectedLog(elsewhere)) {
            other.append(events);
            other.append(RETRY);
            assertThat(rows()).isEqualTo(rows(other));
        }
    }

    private static CallRecorded call(long id, long seconds) {
        return call(id, Facts.ACCOUNT, seconds);
    }

    private static CallRecorded callOfOthers(long id, long seconds) {
        return call(id, Facts.ACCOUNT + 1, seconds);
    }

    private static CallRecorded call(long id, long account, long seconds) {
        Instant startedAt = Instant.ofEpochSecond(seconds);
        return new CallRecorded(
                id, account, 7, null, "incoming", null, null, "ringing", 0, null, false, null, startedAt, null);
    }

    /** A row that is in the way of the operator, as nothing but a defect would leave it. */
    private void block(OperatorCreated operator) {
        JdbcClient.create(log.database())
                .sql("""
                        insert into operator (id, valid_from, valid_to, version, account_id, name, sort_key, initials,
                            phone_number, active, active_since)
                        values (?, 0, ?, 0, 99, 'in the way', x'00', '', '', false, 0)""")
                .params(operator.operatorId(), Timeline.OPEN)
                .update();
    }

    private void unblock() {
        JdbcClient.create(log.database())
                .sql("delete from operator where account_id = 99")
                .update();
    }

    private String name(long operator) {
        OperatorDetail detail = log.view(new FindOperator(operator, ACCOUNT, NOW));
        return detail.name();
    }

    private List<String> letters() {
        return JdbcClient.create(log.database()).sql("""
                        select position || ' ' || stream || ' ' || type || ' ' || attempts || ' '
                            || case when error is null then 'false' else 'true' end
                        from dead_letter order by position""").query(String.class).list();
    }

    private List<String> rows() {
        return rows(log);
    }

    private static List<String> rows(ProjectedLog of) {
        JdbcClient database = JdbcClient.create(of.database());
        return database
                .sql("select name from sqlite_master where type = 'table' and name <> 'dead_letter' order by name")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> database.sql("select * from " + table).query().listOfRows().stream()
                        .map(row -> table + " " + written(row))
                        .sorted())
                .collect(Collectors.toList());
    }

    private static String written(Map<String, Object> row) {
        row.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        return row.toString();
    }
}
