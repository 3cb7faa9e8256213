package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.audit.AuditQuery.AwaitEntries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class QueryPlanTest {

    @TempDir
    Path directory;

    @Test
    void no_answer_walks_a_whole_table_or_the_history_of_a_row() {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            log.append(Story.events());
            Story.questions(Moment.latest()).forEach(log::answer);
            log.answer(new AwaitEntries(Facts.ACCOUNT, 0, Long.MAX_VALUE, Duration.ZERO, Moment.latest()));

            assertThat(log.statementsRead())
                    .hasSizeGreaterThan(30)
                    .allSatisfy(statement -> assertThat(plan(log, statement))
                            .as(statement)
                            .noneMatch(step -> isWalk(step)
                                    && !isOfSubquery(step, statement)
                                    && !isListOfCalls(step, statement)
                                    && !isExport(step)));
        }
    }

    @Test
    void no_projection_walks_a_whole_table_or_the_history_of_a_row_without_the_indexes_that_are_made_at_the_end() {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            log.statementsWritten().clear();
            log.append(Story.events());
            List<String> statements = List.copyOf(log.statementsWritten());
            Schema.createForBuilding(log.database());

            assertThat(statements)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(statement -> assertThat(plan(log, statement))
                            .as(statement)
                            .noneMatch(step -> step.startsWith("USE TEMP B-TREE")
                                    || isWalkOfHistory(step, statement)
                                    || (step.startsWith("SCAN")
                                            && !step.matches("SCAN (CONSTANT ROW|candidate|dead_letter|last).*"))));
        }
    }

    @Test
    void a_walk_is_noticed() {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            assertThat(plan(log, "select * from operator where name = ?")).anyMatch(QueryPlanTest::isWalk);
            assertThat(plan(log, "select * from operator where id = ?")).anyMatch(QueryPlanTest::isWalk);
            assertThat(plan(log, "select * from recorded_event where position < ? order by position desc"))
                    .anyMatch(QueryPlanTest::isWalk);
            String ofNumber = "select 1 from call where virtual_number_id = ? and caller_name = ? limit 1";
            assertThat(plan(log, ofNumber)).anyMatch(step -> isWalkOfHistory(step, ofNumber));
        }
    }

    /** What is not looked up by the end of its validity, or by its place where it has no end. Accounts are never closed. */
    private static boolean isWalk(String step) {
        boolean ofTable = step.startsWith("SCAN") || step.startsWith("SEARCH");
        boolean ofTransient = step.matches(
                "(SCAN|SEARCH) (shown|ring|present|past|known|candidates|rows_of_one|\\(subquery-\\d+\\)|CONSTANT ROW).*");
        return ofTable
                && !ofTransient
                && !step.startsWith("SCAN account")
                && (!step.matches(".*(valid_to|position|rowid|turn)[=<>].*")
                        || isWalkOfAllThatWaits(step)
                        || isWalkOfTheLog(step));
    }

    /** Not a look at the last row of an index, nor at the times that are overtaken when the clock is set back. */
    private static boolean isWalkOfHistory(String step, String statement) {
        return step.startsWith("SEARCH")
                && isWalk(step)
                && !statement.matches("(?s).*order by (t\\.)?(valid_to|position) desc limit 1\\b.*")
                && !step.startsWith("SEARCH recorded_moment");
    }

    /** The position alone chooses whatever anybody did up to it, or from it on. */
    private static boolean isWalkOfTheLog(String step) {
        return step.matches(".*\\((position|rowid)[<>]\\?( AND (position|rowid)[<>]\\?)?\\)");
    }

    /** Of what waits, only what is due is read; the index alone says when the next is. */
    private static boolean isWalkOfAllThatWaits(String step) {
        return step.startsWith("SEARCH domain USING INDEX domain_to_check (valid_to=?")
                && !step.contains("next_check_at<?");
    }

    /**
     * Lists of calls go by when calls began, from the last that is asked for on, and a call has few rows that are over; but they may
     * not pass over many that are not asked for, unless by an index that holds all that is asked.
     */
    private static boolean isListOfCalls(String step, String statement) {
        boolean some = statement.matches(
                "(?s).*c\\.(call_status|direction) = (\\?|status|direction).*|.*\\+c\\.virtual_number_id.*");
        String ofKind = "kind \\(virtual_number_id=\\? AND call_status=\\? AND direction=\\?";
        return step.matches("SEARCH c USING (COVERING )?INDEX call_of_" + (some ? "(" + ofKind + "|operator).*" : ".*")
                + "(started_at|\\(started_at,id\\))<.*");
    }

    /** An export walks through all that an account ever had, from where the last page ended. */
    private static boolean isExport(String step) {
        return step.matches("SEARCH t USING INDEX (operator|virtual_number)_history"
                        + " \\(account_id=\\? AND \\(id,valid_from\\)>\\(\\?,\\?\\)\\)")
                || step.matches(
                        "SEARCH [nf] USING COVERING INDEX virtual_number_history \\(account_id=\\? AND id[=>]\\?\\)")
                || step.matches("SEARCH t USING INDEX call_of_account"
                        + " \\(account_id=\\? AND \\(started_at,id\\)>\\(\\?,\\?\\) AND started_at<\\?\\)");
    }

    /** Such as {@code SCAN n} where the statement calls a part of itself so. */
    private static boolean isOfSubquery(String step, String statement) {
        return step.startsWith("SCAN ") && statement.contains(") as " + step.substring("SCAN ".length()) + "\n");
    }

    private static List<String> plan(ProjectedLog log, String statement) {
        JdbcTemplate database = new JdbcTemplate(log.database());
        return database.query("explain query plan " + statement, (row, index) -> row.getString("detail"));
    }
}
