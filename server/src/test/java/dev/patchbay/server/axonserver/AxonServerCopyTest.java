package dev.patchbay.server.axonserver;

import static dev.patchbay.server.log.Appends.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.copy.CopiedLog;
import dev.patchbay.server.copy.LogCopy;
import dev.patchbay.server.copy.Tables;
import dev.patchbay.server.log.PlacedEvent;
import dev.patchbay.server.log.StoredEvent;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import dev.patchbay.server.postgres.PostgresTables;
import dev.patchbay.server.sqlite.SqliteTables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AxonServerCopyTest {

    private static final long EVENTS = 5_001;

    private final MemoryEventStore memory = new MemoryEventStore();
    private final EmbeddedDatabase database = EmbeddedDatabases.create();

    @TempDir
    private Path directory;

    @AfterEach
    void closeMemory() {
        memory.close();
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
        copy(AxonServerTables.existing(memory.address(), "", beside()), SqliteTables.in(back));
        try (Tables files = SqliteTables.existing(back);
                CopiedLog log = files.log()) {
            assertThat(log.after(0, 10_000)).isEqualTo(events);
        }
    }

    @Test
    void an_empty_axon_server_has_no_log_to_copy() {
        assertThatThrownBy(() -> AxonServerTables.existing(memory.address(), "", beside()))
                .hasMessage("there is no log in the Axon Server");
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
                        AxonServerTables.in(memory.address(), "", PostgresTables.beside(other.url(), "postgres", "")))
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
        return AxonServerTables.in(memory.address(), "", beside());
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
