package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Exports as Parquet, read by DuckDB. */
@ExtendWith(SharedServer.class)
class ParquetIT {

    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource("jdbc:duckdb:"));
    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "events, entity_id, VARCHAR",
        "events, changes, JSON",
        "operators, project_ids, BIGINT[]",
        "operators, active, BOOLEAN",
        "virtual_numbers, valid_from, BIGINT",
        "virtual_numbers, valid_to_at, TIMESTAMP WITH TIME ZONE",
        "attachments, place, BIGINT",
        "calls, started_at, TIMESTAMP WITH TIME ZONE"
    })
    void has_the_types(String dataset, String column, String type) {
        assertThat(database.queryForList(
                        "select column_type from (describe from '" + file(dataset) + "') where column_name = ?",
                        String.class,
                        column))
                .containsExactly(type);
    }

    @Test
    void has_the_values() {
        long operator = tenant.operator("Ada, \\\"A\\\"");
        tenant.link(tenant.project("Support"), operator);
        client.patch("operators/" + operator, "{\"email\":\"ada@example.com\"}");
        Path operators = file("operators");
        Path events = file("events");

        assertThat(database.queryForList("select name from '" + operators + "'", String.class))
                .containsOnly("Ada, \"A\"");
        assertThat(database.queryForObject(
                        "select count(*) from '" + operators + "' where len(project_ids) = 1 and valid_to is null"
                                + " and valid_from_at > now() - interval 1 hour",
                        Long.class))
                .isEqualTo(1);
        assertThat(database.queryForObject(
                        "select changes->>'$[0].after' from '" + events + "' where type = 'OperatorEmailChanged'",
                        String.class))
                .isEqualTo("ada@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one\\ntwo", "one\\r\\ntwo", "one\\rtwo", "\\\"one\\\",\\n\\\"two\\\"", "'", "NULL", "\\\\N", "#"
            })
    void has_texts_as_they_are(String json) {
        long number = tenant.number("Sales");
        String said = client.post("virtual_numbers/" + number + "/calls", """
                {"direction": "inbound", "call_status": "missed", "transcript_summary": "%s"}""".formatted(json))
                .data()
                .get("transcript_summary")
                .asString();

        assertThat(database.queryForList("select transcript_summary from '" + file("calls") + "'", String.class))
                .containsExactly(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "operators"})
    void the_same_range_has_the_same_bytes(String dataset) throws IOException {
        long operator = tenant.operator("Ada");
        String range = "&to=@"
                + client.patch("operators/" + operator, "{\"name\":\"Bea\"}").position();
        byte[] then = Files.readAllBytes(file(dataset, range));
        client.delete("operators/" + operator);

        assertThat(Files.readAllBytes(file(dataset, range))).isEqualTo(then);
        assertThat(bytes(dataset, range, "bytes=100-").body()).isEqualTo(Arrays.copyOfRange(then, 100, then.length));
    }

    @Test
    void leaves_no_file_behind() {
        file("operators");

        // The last byte may be here before the server has put the file away.
        await().untilAsserted(() -> assertThat(left()).isEmpty());
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(SharedServer.directory().resolve("tmp"))) {
            return files.toList();
        }
    }

    private Path file(String dataset) {
        return file(dataset, "");
    }

    private Path file(String dataset, String range) {
        HttpResponse<byte[]> answer = bytes(dataset, range, "none");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.apache.parquet");
        try {
            return Files.write(Files.createTempFile(directory, dataset, ".parquet"), answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> bytes(String dataset, String range, String bytes) {
        HttpRequest request = HttpRequest.newBuilder(
                        client.base().resolve("exports/" + dataset + "?format=parquet" + range))
                .header("Authorization", Client.authorization(client.key()))
                .header("Range", bytes)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
