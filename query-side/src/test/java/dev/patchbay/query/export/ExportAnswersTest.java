package dev.patchbay.query.export;

import static dev.patchbay.query.Facts.key;
import static dev.patchbay.query.Facts.number;
import static dev.patchbay.query.Facts.operator;
import static dev.patchbay.query.Facts.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.query.Story;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import dev.patchbay.shared.export.ExportQuery.ListRows;
import dev.patchbay.shared.export.RowPlace;
import dev.patchbay.shared.export.Rows;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.OperatorsReordered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportAnswersTest extends LogTest {

    @Test
    void each_version_says_from_when_to_when_it_was_true_and_who_made_it_so() {
        log.append(key(5, null), operator(11, "Anna"));
        log.by(new Provenance(1, "api_key", 5, "req-9", null, null, "married")).append(new OperatorRenamed(11, "Bea"));
        log.append(new OperatorDeleted(11));

        List<Map<String, Object>> versions = all(Dataset.OPERATORS, Moment.latest());

        assertThat(versions).extracting(version -> version.get("name")).containsExactly("Anna", "Bea");
        assertThat(versions.getLast())
                .containsEntry("valid_from", 3L)
                .containsEntry("valid_to", 4L)
                .containsEntry(
                        "valid_from_at", ProjectedLog.START.plusSeconds(3).toString())
                .containsEntry("valid_to_at", ProjectedLog.START.plusSeconds(4).toString())
                .containsEntry("event_type", "OperatorRenamed")
                .containsEntry("actor_kind", "api_key")
                .containsEntry("actor_id", 5L)
                .containsEntry("actor_name", "Key 5")
                .containsEntry("reason", "married")
                .containsEntry("request_id", "req-9");
    }

    @Test
    void a_version_that_ends_after_the_end_is_still_true() {
        log.append(operator(11, "Anna"), new OperatorRenamed(11, "Bea"));

        assertThat(all(Dataset.OPERATORS, Moment.exactly(1)))
                .singleElement()
                .satisfies(version ->
                        assertThat(version).containsEntry("valid_to", null).containsEntry("valid_to_at", null));
    }

    @Test
    void begins_with_what_was_true_at_the_beginning() {
        log.append(operator(11, "Anna"), new OperatorRenamed(11, "Bea"), new OperatorRenamed(11, "Cleo"));

        assertThat(rows(new ListRows(Dataset.OPERATORS, 1, 2, null, 10, Moment.latest())))
                .extracting(row -> row.get(1))
                .containsExactly("Bea", "Cleo");
    }

    @Test
    void an_operator_has_the_projects_of_each_version() {
        log.append(operator(11, "Anna"), project(6, "Six"), project(5, "Five"));
        log.append(new OperatorLinkedToProject(11, 6), new OperatorLinkedToProject(11, 5));

        assertThat(all(Dataset.OPERATORS, Moment.latest()))
                .extracting(version -> version.get("project_ids"))
                .containsExactly(List.of(), List.of(6L), List.of(5L, 6L));
    }

    @Test
    void an_attachment_ends_where_its_place_changes() {
        log.append(number(7), operator(11, "Anna"), operator(12, "Bea"));
        log.append(new OperatorAttached(7, 11, 0), new OperatorAttached(7, 12, 1));
        log.append(new OperatorsReordered(7, List.of(12L, 11L)), new OperatorDetached(7, 12));

        assertThat(all(Dataset.ATTACHMENTS, Moment.latest()))
                .extracting(row -> row.get("operator_id") + " from " + row.get("valid_from") + " to "
                        + row.get("valid_to") + " at " + row.get("rank") + "." + row.get("place"))
                .containsExactly(
                        "11 from 4 to 6 at 4.0",
                        "12 from 5 to 6 at 5.0",
                        "11 from 6 to null at 6.1",
                        "12 from 6 to 7 at 6.0");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENTS")
    void pages_of_a_log_that_grows_are_the_whole_as_of_the_end(Dataset dataset) {
        List<? extends dev.patchbay.shared.Event> story = Story.events();
        log.append(story.subList(0, story.size() / 2));
        Moment end = Moment.exactly(log.position());
        List<List<@Nullable Object>> whole = rows(new ListRows(dataset, 1, 1, null, 1000, end));

        List<List<@Nullable Object>> paged = new ArrayList<>();
        RowPlace place = null;
        int written = story.size() / 2;
        do {
            Rows page = log.view(new ListRows(dataset, 1, 1, place, 1, end));
            paged.addAll(page.rows());
            place = page.last();
            if (written < story.size()) {
                log.append(story.get(written++));
            }
        } while (place != null);
        log.append(story.subList(written, story.size()));

        assertThat(whole).isNotEmpty();
        assertThat(paged).isEqualTo(whole);
        assertThat(rows(new ListRows(dataset, 1, 1, null, 1000, end))).isEqualTo(whole);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENTS")
    void another_account_has_nothing_of_it(Dataset dataset) {
        log.append(Story.events());

        assertThat(rows(new ListRows(dataset, 99, 1, null, 1000, Moment.latest())))
                .isEmpty();
    }

    private List<Map<String, Object>> all(Dataset dataset, Moment moment) {
        return rows(new ListRows(dataset, 1, 1, null, 1000, moment)).stream()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    List<Column> columns = dataset.columns();
                    for (int i = 0; i < columns.size(); i++) {
                        named.put(columns.get(i).name(), row.get(i));
                    }
                    return named;
                })
                .toList();
    }

    private List<List<@Nullable Object>> rows(ListRows query) {
        return log.view(query).rows();
    }
}
