package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupTest {

    @TempDir
    private Path directory;

    private Path data;
    private Path copy;

    @BeforeEach
    void make() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        copy = directory.resolve("copy");
        database("private.db").sql("create table retained_answer (body text)").update();
        database("private.db").sql("insert into retained_answer values ('no')").update();
        database("events.db")
                .sql("create table event (position integer primary key)")
                .update();
        database("events.db").sql("insert into event values (1), (2), (3)").update();
    }

    @Test
    void takes_the_place_of_nothing_and_is_for_nobody_else_to_read() throws IOException {
        Path file = Files.writeString(directory.resolve("notes"), "mine");
        Path beside = Files.createDirectory(directory.resolve("copy.part"));

        assertThatThrownBy(() -> Backup.make(data, file)).hasMessage(file + " is there already");
        assertThatThrownBy(() -> Backup.make(data, data)).hasMessage(data + " is there already");
        assertThat(Backup.make(data, copy).position()).isEqualTo(3);

        assertThat(file).hasContent("mine");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("data", "notes", "copy.part", "copy");
        assertThat(beside).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void has_no_refusals_of_what_came_after_the_log_was_copied() throws IOException {
        data = Backup.make(data, copy).directory();

        assertThat(database("private.db")
                        .sql("select count(*) from retained_answer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "axon-server, The log is in an Axon Server",
        "AXON_SERVER, The log is in an Axon Server",
        "Postgres, The log is in PostgreSQL",
        "mysql, 'PATCHBAY_STORE must be sqlite, postgres or axon-server'"
    })
    void is_not_there_when_the_log_is_elsewhere(String store, String why) {
        StringWriter err = new StringWriter();

        assertThat(Terminal.run(
                        Map.of("PATCHBAY_STORE", store, "PATCHBAY_DATA_DIR", data.toString()),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "backup",
                        "--to",
                        copy.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains(why);
        assertThat(copy).doesNotExist();
    }

    @Test
    void is_not_there_when_a_file_is_missing() throws IOException {
        Files.delete(data.resolve("private.db"));

        assertThatThrownBy(() -> Backup.make(data, copy)).hasMessage("there is no private.db in " + data);

        assertThat(directory.toFile().list()).containsExactly("data");
    }

    @Test
    void is_not_there_when_a_file_is_not_sound() throws IOException {
        try (RandomAccessFile log =
                new RandomAccessFile(data.resolve("events.db").toFile(), "rw")) {
            log.seek(4096);
            log.write("overwritten ".repeat(300).getBytes(StandardCharsets.US_ASCII));
        }

        assertThatThrownBy(() -> Backup.make(data, copy)).hasMessageContaining("malformed");

        assertThat(directory.toFile().list()).containsExactly("data");
    }

    @Test
    void is_not_there_when_the_log_has_a_hole() {
        database("events.db").sql("delete from event where position = 2").update();

        assertThatThrownBy(() -> Backup.make(data, copy)).hasMessage("the log is not whole: 2 events up to position 3");

        assertThat(directory.toFile().list()).containsExactly("data");
    }

    private JdbcClient database(String file) {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + data.resolve(file)));
    }
}
