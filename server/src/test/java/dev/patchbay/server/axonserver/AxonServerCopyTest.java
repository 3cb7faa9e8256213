package dev.patchbay.server.axonserver;

import static dev.patchbay.server.log.Appends.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.copy.LogCopy;
import dev.patchbay.server.copy.Tables;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import dev.patchbay.server.postgres.PostgresTables;
import dev.patchbay.server.sqlite.SqliteTables;
import dev.patchbay.server.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AxonServerCopyTest {

    private static final long EVENTS = 5_001;

    private final MemoryAxonServer axon = new MemoryAxonServer();
    private final MemoryEventStore memory = axon.events();
    private final StringWriter err = new StringWriter();
    private final EmbeddedDatabase database = EmbeddedDatabases.create();

    @TempDir
    private Path directory;

    @AfterEach
    void closeMemory() {
        axon.close();
    }

    @Test
    void an_axon_server_may_take_its_time_to_answer_first() throws Exception {
        axon.hang();
        FutureTask<Tables> opening = new FutureTask<>(this::there);
        Thread.ofVirtual().start(opening);
        await().during(Duration.ofSeconds(3)).until(() -> !opening.isDone());

        axon.goOn();

        opening.get().close();
    }

    @Test
    void a_log_is_the_same_there_and_back_and_a_copy_that_broke_off_goes_on() throws SQLException, IOException {
        Path data = directory.resolve("data");
        List<PlacedEvent> events = LongStream.rangeClosed(1, EVENTS)
                .mapToObj(AxonServerCopyTest::placed)
                .toList();
        try (Tables files = SqliteTables.in(data);
                CopiedLog log = files.log()) {
            log.add(events);
        }

        copy(SqliteTables.existing(data), there());
        memory.putBackTo(3_000);
        copy(SqliteTables.existing(data), there());
        assertThat(JdbcClient.create(database.connections())
                        .sql("select last_value from number_of_operator")
                        .query(Long.class)
                        .single())
                .as("numbers go on after those of the log")
                .isEqualTo(EVENTS);

        Path back = directory.resolve("back");
        copy(AxonServerTables.existing(axon.address(), "", beside()), SqliteTables.in(back));
        try (Tables files = SqliteTables.existing(back);
                CopiedLog log = files.log()) {
            assertThat(log.after(0, 10_000)).isEqualTo(events);
        }
    }

    @Test
    void an_empty_axon_server_has_no_log_to_copy() {
        assertThatThrownBy(() -> AxonServerTables.existing(axon.address(), "", beside()))
                .hasMessage("there is no log in the Axon Server");
    }

    @Test
    void waits_until_what_it_adds_is_in_the_log() throws SQLException, IOException {
        memory.lag();
        try (Tables tables = there();
                CopiedLog log = tables.log()) {
            log.add(List.of(placed(1)));
            assertThat(log.end()).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_has_no_notes_of_the_log_has_nothing_to_copy_and_is_left_as_it_is()
            throws SQLException, IOException {
        fill();
        Path back = directory.resolve("back");
        addCredential(back);
        EmbeddedDatabase empty = EmbeddedDatabases.create();

        assertThat(copyTo(back, empty)).isOne();
        assertThat(err.toString()).contains("There is no copy: there is no log in the database");
        assertThat(credentials(back)).isOne();
        assertThat(JdbcClient.create(empty.connections())
                        .sql("select count(*) from information_schema.tables where table_schema = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_database_that_has_noted_nothing_or_another_log_has_nothing_to_copy() throws SQLException, IOException {
        fill();
        Path back = directory.resolve("back");
        addCredential(back);
        EmbeddedDatabase unused = EmbeddedDatabases.create();
        AxonServerTables.in(axon.address(), "", PostgresTables.beside(unused.url(), "postgres", ""))
                .close();
        assertThat(copyTo(back, unused)).isOne();
        assertThat(err.toString()).contains("the database knows of no log in an Axon Server");

        JdbcClient.create(database.connections())
                .sql("update log_end set event_id = 'another'")
                .update();
        assertThat(copyTo(back, database)).isOne();
        assertThat(err.toString()).contains("the Axon Server has not the log that the database knows");
        assertThat(credentials(back)).isOne();
    }

    @Test
    void a_database_that_knows_another_log_takes_none() throws SQLException, IOException {
        fill();
        memory.putBackTo(0);
        JdbcClient.create(database.connections())
                .sql("update log_end set first_event_id = 'another'")
                .update();

        try (Tables tables = there();
                CopiedLog log = tables.log()) {
            assertThatThrownBy(() -> log.add(List.of(placed(1))))
                    .hasMessage("the Axon Server has not the log that the database knows");
            assertThat(log.end()).isZero();
        }
    }

    /** The event store has a log of one event, which the database knows. */
    private void fill() throws SQLException, IOException {
        try (Tables tables = there();
                CopiedLog log = tables.log()) {
            log.add(List.of(placed(1)));
            log.complete();
        }
    }

    private static void addCredential(Path data) throws SQLException, IOException {
        try (Tables files = SqliteTables.in(data);
                Connection secrets = files.secrets();
                Statement statement = secrets.createStatement()) {
            secrets.setAutoCommit(true);
            statement.execute("insert into credential (api_key_id, digest, announced) values (1, 'digest', 1)");
        }
    }

    private static long credentials(Path data) throws SQLException, IOException {
        try (Tables files = SqliteTables.existing(data);
                Connection secrets = files.secrets();
                Statement statement = secrets.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from credential")) {
            return row.getLong(1);
        }
    }

    private int copyTo(Path target, EmbeddedDatabase beside) {
        return Terminal.run(
                Map.of("PATCHBAY_POSTGRES_URL", beside.url(), "PATCHBAY_POSTGRES_USER", "postgres"),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "copy-log",
                "--from",
                "axon-server://" + axon.address(),
                "--to",
                "sqlite:" + target);
    }

    @Test
    void a_database_goes_with_one_log() throws SQLException, IOException {
        there().close();
        assertThatThrownBy(() -> PostgresTables.in(database.url(), "postgres", ""))
                .hasMessage("the log is in an Axon Server (PATCHBAY_STORE=axon-server)");

        EmbeddedDatabase other = EmbeddedDatabases.create();
        try (Tables tables = PostgresTables.in(other.url(), "postgres", "");
                CopiedLog log = tables.log()) {
            log.add(List.of(placed(1)));
        }
        assertThatThrownBy(() ->
                        AxonServerTables.in(axon.address(), "", PostgresTables.beside(other.url(), "postgres", "")))
                .hasMessage("the database has a log of its own (PATCHBAY_STORE=postgres)");
    }

    private static PlacedEvent placed(long number) {
        return new PlacedEvent(
                number,
                new StoredEvent(
                        "operator-" + number,
                        0,
                        "Operator",
                        "id-" + number,
                        NOON.plusNanos(number * 1_000),
                        "type",
                        number % 2 == 0 ? "1" : null,
                        "{\"name\":\"Zoë " + number + "\"}",
                        "{\"b\":1,\"a\":2}"));
    }

    private Tables there() throws SQLException, IOException {
        return AxonServerTables.in(axon.address(), "", beside());
    }

    private PostgresTables beside() throws SQLException, IOException {
        return PostgresTables.beside(database.url(), "postgres", "");
    }

    private static void copy(Tables from, Tables to) throws SQLException, IOException {
        try (from;
                to) {
            assertThat(new LogCopy(from, to, (what, done, total) -> {}).run()).isEqualTo(EVENTS);
        }
    }
}
