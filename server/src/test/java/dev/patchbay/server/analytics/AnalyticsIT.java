package dev.patchbay.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.terminal.Terminal;
import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** The guide for analysts is true: what it asks of the sample week is answered as it says. */
class AnalyticsIT {
    private static final Guide GUIDE = Guide.read();
    private static final SampleClock CLOCK = new SampleClock();
    private static final Clock RECORDING = GenericEventMessage.clock;

    @TempDir
    static Path directory;

    private static RunningServer server;
    private static SingleConnectionDataSource connection;
    private static JdbcTemplate database;

    @BeforeAll
    static void start() {
        GenericEventMessage.clock = CLOCK;
        server = RunningServer.on(directory.resolve("data"), CLOCK);
        new SampleWeek(server.client(), CLOCK).happen();
        Path file = directory.resolve("history.duckdb");
        StringWriter said = new StringWriter();
        PrintWriter output = new PrintWriter(said, true);
        Map<String, String> environment = Map.of(
                "PATCHBAY_KEY",
                RunningServer.FIRST_KEY,
                "PATCHBAY_URL",
                server.root().toString());
        assertThat(Terminal.run(environment, output, output, "export", "--to", file.toString()))
                .as(said.toString())
                .isZero();
        connection = new SingleConnectionDataSource("jdbc:duckdb:" + file, true);
        database = new JdbcTemplate(connection);
        database.execute("set timezone = 'UTC'");
    }

    @AfterAll
    static void stop() {
        GenericEventMessage.clock = RECORDING;
        connection.destroy();
        server.close();
    }

    static List<Guide.Question> questions() {
        return GUIDE.questions();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_has_the_answer_that_the_guide_gives(Guide.Question question) {
        assertThat(answer(question.sql())).isEqualTo(question.answer());
    }

    @Test
    void the_guide_has_the_questions_of_an_analyst() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Dataset.class)
    void the_guide_explains_every_column(Dataset dataset) {
        assertThat(GUIDE.columns(dataset.name().toLowerCase(Locale.ROOT)))
                .isEqualTo(dataset.columns().stream().map(Column::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "virtual_numbers/1, virtual_number_id = 1",
        "operators/1, operator_id = 1",
        "operators/2, operator_id = 2",
        "operators/3, operator_id = 3"
    })
    void duckdb_counts_what_the_statistics_count(String path, String condition) {
        Client client = server.client();
        JsonNode statistics = client.get(path + "/stats?from=2026-03-02&to=2026-03-09&bucket=day&tz=UTC")
                .data();

        List<String> days = new ArrayList<>(database.query("""
                select strftime(day, '%%Y-%%m-%%d'), count(c.id), count(*) filter (c.call_status = 'answered'),
                    count(*) filter (c.call_status <> 'answered' and c.id is not null),
                    coalesce(sum(c.call_duration) filter (c.call_status = 'answered'), 0)
                from generate_series(timestamp '2026-03-02', timestamp '2026-03-08', interval 1 day) as week(day)
                left join calls c on c.started_at at time zone 'UTC' >= day and c.call_status <> 'ringing'
                    and c.started_at at time zone 'UTC' < day + interval 1 day and c.%s
                group by day order by day""".formatted(condition), (row, index) -> cells(row)));

        assertThat(statistics.get("total_calls").asLong()).isPositive();
        assertThat(days)
                .isEqualTo(statistics
                        .get("series")
                        .valueStream()
                        .map(day -> day.get("from").asString().substring(0, 10) + " | "
                                + day.get("total_calls").asLong() + " | "
                                + day.get("answered_calls").asLong() + " | "
                                + day.get("missed_calls").asLong() + " | "
                                + day.get("total_duration_seconds").asLong())
                        .toList());
    }

    private static String answer(String sql) {
        return database.query(sql, rows -> {
            StringBuilder text = new StringBuilder();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                names.add(rows.getMetaData().getColumnLabel(column));
            }
            text.append(String.join(" | ", names)).append('\n');
            while (rows.next()) {
                text.append(cells(rows)).append('\n');
            }
            return text.toString();
        });
    }

    private static String cells(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(row.getObject(column)));
        }
        return cells.stream().collect(Collectors.joining(" | "));
    }
}
