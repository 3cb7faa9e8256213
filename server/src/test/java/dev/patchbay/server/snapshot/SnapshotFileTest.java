package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

class SnapshotFileTest {

    private static final Class<?> NUMBER = Aggregates.named("VirtualNumber");

    @TempDir
    Path directory;

    @Test
    void has_the_last_snapshot_of_a_stream_after_it_was_opened_again() {
        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            file.write(snapshot("virtual_number-1", 200));
            file.write(snapshot("virtual_number-2", 300));
        }
        try (SnapshotFile file = open()) {
            assertThat(file.read("virtual_number-1")).contains(snapshot("virtual_number-1", 200));
            assertThat(file.read("virtual_number-2")).contains(snapshot("virtual_number-2", 300));
            assertThat(file.read("virtual_number-3")).isEmpty();
        }
    }

    @Test
    void has_nothing_in_it_of_what_other_code_has_written() throws IOException {
        try (SnapshotFile file = open()) {
            IntStream.range(0, 500).forEach(i -> file.write(snapshot("virtual_number-" + i, i)));
        }
        try (SnapshotFile file = new SnapshotFile(path(), "other code")) {
            assertThat(file.read("virtual_number-1")).isEmpty();
            file.write(snapshot("operator-1", 7));
            assertThat(file.read("operator-1")).isPresent();
        }
        assertThat(Files.readString(path(), StandardCharsets.ISO_8859_1))
                .contains("operator-1")
                .doesNotContain("virtual_number-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = replace(state, '100', '101')",
                "sequence = 99",
                "event_id = 'another'",
                "stream = 'virtual_number-2'",
                "aggregate = 'dev.patchbay.command.operator.Operator'"
            })
    void has_none_that_is_not_as_it_was_written(String damage) {
        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            stored().sql("update snapshot set " + damage).update();
        }
        try (SnapshotFile file = open()) {
            assertThat(file.read("virtual_number-1")).isEmpty();
            assertThat(file.read("virtual_number-2")).isEmpty();

            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "these are no snapshots", "SQLite format 3\0 and then nothing of the kind"})
    void begins_anew_when_the_file_is_something_else(String content) throws IOException {
        Files.writeString(path(), content);

        try (SnapshotFile file = open()) {
            assertThat(file.read("virtual_number-1")).isEmpty();
            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @Test
    void begins_anew_when_the_table_is_another_one() {
        stored().sql("create table snapshot (other text)").update();

        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @Test
    void begins_anew_when_a_row_says_nothing_of_what_every_row_says() {
        storedOf("null");

        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @Test
    void has_none_of_a_row_that_says_nothing_but_whose_it_is() {
        storedOf("'virtual_number-1'");

        try (SnapshotFile file = open()) {
            assertThat(file.read("virtual_number-1")).isEmpty();
            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @Test
    void goes_without_one_that_cannot_be_written_now_and_has_the_others() {
        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            stored().sql("""
                    create trigger fault before insert on snapshot
                    begin select raise(abort, 'not now'); end""").update();
            file.write(snapshot("virtual_number-1", 200));
            file.write(snapshot("virtual_number-2", 200));

            assertThat(file.read("virtual_number-1")).contains(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-2")).isEmpty();

            stored().sql("drop trigger fault").update();
            file.write(snapshot("virtual_number-2", 300));
            assertThat(file.read("virtual_number-2")).contains(snapshot("virtual_number-2", 300));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 9})
    void has_what_is_left_of_a_file_that_was_cut_off_and_fails_nobody(int tenths) throws IOException {
        List<Snapshot> written = IntStream.range(0, 500)
                .mapToObj(i -> snapshot("virtual_number-" + i, i))
                .toList();
        try (SnapshotFile file = open()) {
            written.forEach(file::write);
        }
        try (RandomAccessFile cut = new RandomAccessFile(path().toFile(), "rw")) {
            cut.setLength(cut.length() * tenths / 10);
        }

        assertThatCode(() -> {
                    try (SnapshotFile file = open()) {
                        written.forEach(one ->
                                assertThat(file.read(one.stream()).orElse(one)).isEqualTo(one));
                        written.forEach(file::write);
                    }
                    try (SnapshotFile file = open()) {
                        written.forEach(one ->
                                assertThat(file.read(one.stream()).orElse(one)).isEqualTo(one));
                    }
                })
                .doesNotThrowAnyException();
    }

    /** As it is when the process is killed: what was not committed is not there, what was is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 10})
    void has_whole_snapshots_though_a_process_was_killed_while_it_wrote(int tenthsOfTheWriteAheadLog)
            throws IOException {
        Path left = Files.createDirectory(directory.resolve("left"));
        try (SnapshotFile file = open()) {
            IntStream.range(0, 20).forEach(i -> file.write(snapshot("virtual_number-1", i)));
            for (String name : List.of("snapshots.db", "snapshots.db-wal")) {
                Files.copy(directory.resolve(name), left.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (RandomAccessFile cut =
                new RandomAccessFile(left.resolve("snapshots.db-wal").toFile(), "rw")) {
            cut.setLength(cut.length() * tenthsOfTheWriteAheadLog / 10);
        }

        try (SnapshotFile file = new SnapshotFile(left.resolve("snapshots.db"), "this code")) {
            file.read("virtual_number-1")
                    .ifPresent(found -> assertThat(found).isEqualTo(snapshot("virtual_number-1", found.sequence())));
            if (tenthsOfTheWriteAheadLog == 10) {
                assertThat(file.read("virtual_number-1")).contains(snapshot("virtual_number-1", 19));
            }
            file.write(snapshot("virtual_number-1", 20));
            assertThat(file.read("virtual_number-1")).contains(snapshot("virtual_number-1", 20));
        }
    }

    @Test
    void is_thrown_away_and_fails_nobody_when_it_breaks_while_it_is_in_use() {
        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            stored().sql("drop table snapshot").update();

            assertThat(file.read("virtual_number-1")).isEmpty();
            file.write(snapshot("virtual_number-1", 200));
            file.delete("virtual_number-1");
            assertThat(file.read("virtual_number-1")).isEmpty();
        }
        assertThat(path()).doesNotExist();
        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 300));
            assertThat(file.read("virtual_number-1")).isPresent();
        }
    }

    @Test
    void fails_nobody_where_nothing_can_be_written() throws IOException {
        Files.createDirectories(path().resolve("in the way"));

        try (SnapshotFile file = open()) {
            file.write(snapshot("virtual_number-1", 100));
            assertThat(file.read("virtual_number-1")).isEmpty();
        }
    }

    private SnapshotFile open() {
        return new SnapshotFile(path(), "this code");
    }

    private Path path() {
        return directory.resolve("snapshots.db");
    }

    /** A row that says whose it is, in SQL, and nothing else. */
    private void storedOf(String stream) {
        stored().sql("""
                create table snapshot (
                    stream text primary key, sequence integer, event_id text, aggregate text, state text, revision text,
                    digest text)""").update();
        stored().sql("insert into snapshot (stream, revision) values (" + stream + ", 'this code')")
                .update();
    }

    private JdbcClient stored() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + path());
        return JdbcClient.create((DataSource) source);
    }

    private static Snapshot snapshot(String stream, long sequence) {
        return new Snapshot(stream, sequence, "event-" + sequence, NUMBER, "{\"id\":" + sequence + "}");
    }
}
