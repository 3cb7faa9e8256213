package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Event;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class ReplayTest {

    @TempDir
    Path directory;

    @Test
    void replaying_the_same_events_twice_gives_byte_equal_tables_whatever_the_batches() throws Exception {
        Map<String, List<String>> once = tablesAfter(1);
        Map<String, List<String>> again = tablesAfter(Story.events().size());

        assertThat(again).isEqualTo(once);
        assertThat(once.remove("dead_letter")).isEmpty();
        assertThat(once)
                .hasSizeGreaterThan(9)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
    }

    /**
     * Fails when events come to other rows. If events that were there before do, raise {@link Projections#REVISION}, so that every
     * installation finds out; then approve what the message says.
     */
    @Test
    void the_story_comes_to_the_rows_that_are_approved_for_this_revision() throws Exception {
        Map<String, List<String>> tables = tablesAfter(Story.events().size());
        tables.remove("view_schema");
        byte[] rows = tables.toString().getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rows));

        assertThat(resource("rows-of-story.txt"))
                .isEqualTo("revision %d comes to %s\n".formatted(Projections.REVISION, digest));
    }

    @Test
    void every_question_has_an_answer_before_the_first_event() {
        try (ProjectedLog log = new ProjectedLog(directory)) {
            log.append(Story.events());
            for (Query<?> question : Story.questions(Moment.exactly(0))) {
                assertThat(log.answer(question).position()).isZero();
            }
        }
    }

    @Test
    void an_answer_as_of_a_position_is_the_one_that_was_given_there() throws Exception {
        try (ProjectedLog whole = new ProjectedLog(directory);
                ProjectedLog growing = new ProjectedLog(Files.createTempDirectory(directory, "growing"))) {
            whole.append(Story.events());
            for (Event event : Story.events()) {
                long position = growing.append(event);
                List<Query<?>> then = Story.questions(Moment.exactly(position));
                List<Query<?>> now = Story.questions(Moment.latest());
                // Every second question, the others at the next position.
                for (int each = (int) (position % 2); each < then.size(); each += 2) {
                    Answer<?> answer = whole.answer(then.get(each));
                    assertThat(answer.position()).isEqualTo(position);
                    assertThat((Object) answer).as("%s", then.get(each)).isEqualTo(growing.answer(now.get(each)));
                }
            }
        }
    }

    private Map<String, List<String>> tablesAfter(int batchSize) throws Exception {
        try (ProjectedLog log = new ProjectedLog(Files.createTempDirectory(directory, "replay"))) {
            List<Event> events = Story.events();
            for (int from = 0; from < events.size(); from += batchSize) {
                log.append(events.subList(from, Math.min(from + batchSize, events.size())));
            }
            return tables(new JdbcTemplate(log.database()));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReplayTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the resource %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, List<String>> tables(JdbcTemplate database) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table :
                database.queryForList("select name from sqlite_schema where type = 'table'", String.class)) {
            List<String> rows = database.query("select * from " + table, (row, index) -> {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    Object value = row.getObject(column);
                    text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
                            .append('|');
                }
                return text.toString();
            });
            tables.put(table, rows.stream().sorted().toList());
        }
        return tables;
    }
}
