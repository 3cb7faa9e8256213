package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.server.Client;
import dev.patchbay.server.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is run from a terminal. */
@ExtendWith(SharedServer.class)
class TerminalIT {

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void writes_all_that_an_account_ever_had_as_the_tables_of_one_file() throws IOException {
        long operator = tenant.operator("Ada");
        long number = tenant.number("Sales");
        tenant.attach(number, operator);
        long last = client.delete("operators/" + operator).position();
        Path file = directory.resolve("history.duckdb");

        assertThat(export(client.key(), "--to", file.toString(), "--json")).isZero();

        JsonNode written = JsonMapper.shared().readTree(out.toString());
        assertThat(written.get("position").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(written.get("rows").get("operators").asLong()).isEqualTo(1);
        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource("jdbc:duckdb:" + file));
        assertThat(database.queryForList("select table_name from duckdb_tables() order by 1", String.class))
                .containsExactly("attachments", "calls", "events", "operators", "virtual_numbers");
        assertThat(database.queryForList("select name from operators", String.class))
                .containsExactly("Ada");
        assertThat(database.queryForObject("select max(position) from events", Long.class))
                .isEqualTo(last);
        assertOnly("history.duckdb");
    }

    @Test
    void replaces_the_file_when_all_of_the_new_one_is_there() throws IOException {
        Path file = Files.writeString(directory.resolve("history.duckdb"), "old");

        assertThat(export("idc_" + "x".repeat(32), "--to", file.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("401");
        assertThat(file).hasContent("old");
        assertOnly("history.duckdb");

        assertThat(export(client.key(), "--to", file.toString())).isZero();
        assertThat(Files.size(file)).isGreaterThan(3);
    }

    @Test
    void takes_out_what_was_so_at_a_moment() {
        long operator = tenant.operator("Ada");
        long then = client.get("operators/" + operator).position();
        client.patch("operators/" + operator, "{\"name\":\"Bea\"}");
        Path file = directory.resolve("then.duckdb");

        assertThat(export(client.key(), "--to", file.toString(), "--as-of", "@" + then))
                .isZero();

        assertThat(new JdbcTemplate(new DriverManagerDataSource("jdbc:duckdb:" + file))
                        .queryForList("select name from operators where valid_to is null", String.class))
                .containsExactly("Ada");
        assertThat(out.toString()).contains("position " + then);
    }

    @Test
    void says_by_its_exit_code_what_is_wrong() {
        Map<String, String> environment = Map.of("PATCHBAY_KEY", client.key());
        String file = directory.resolve("not/there/x").toString();

        assertThat(run(environment, "export")).isEqualTo(2);
        assertThat(run(environment, "exprot")).isEqualTo(2);
        assertThat(run(Map.of(), "export", "--to", file)).isEqualTo(2);
        assertThat(run(environment, "export", "--url", "http://localhost:1", "--to", file))
                .isEqualTo(4);
        assertThat(run(environment, "export", "--url", "http://nobody.invalid", "--to", file))
                .isEqualTo(4);
        assertThat(run(environment, "--help")).isZero();
        assertThat(out.toString()).contains("export");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://localhost",
                "http://",
                "http://a b",
                "http://localhost?a=b",
                "http://a:99999"
            })
    void does_not_take_for_a_url_what_is_none(String url) {
        assertThat(export(
                        client.key(),
                        "--url",
                        url,
                        "--to",
                        directory.resolve("x").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("not " + url).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "a;b", "a*", "a?", "[a]/b"})
    void does_not_take_for_a_file_what_cannot_be_one(String name) {
        assertThat(export(client.key(), "--to", directory.resolve(name).toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .containsAnyOf("--to is a directory", "DuckDB takes no path")
                .hasLineCount(1);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void goes_on_behind_a_proxy_with_a_path_that_breaks_off() throws IOException {
        tenant.operator("Ada");
        Path file = directory.resolve("history.duckdb");
        try (CuttingProxy proxy = new CuttingProxy("/lines", SharedServer.root(), this::hasBytes)) {
            assertThat(export(client.key(), "--url", proxy.url() + "/lines/", "--to", file.toString()))
                    .as(err.toString())
                    .isZero();

            assertThat(proxy.parts()).isEqualTo(1);
        }
        assertThat(new JdbcTemplate(new DriverManagerDataSource("jdbc:duckdb:" + file))
                        .queryForList("select name from operators", String.class))
                .containsExactly("Ada");
    }

    @ParameterizedTest
    @CsvSource({"200, is not Patchbay", "302, points to /login"})
    void says_that_somebody_else_answers(int status, String said) throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "/login");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        stranger.start();
        try {
            String url = "http://localhost:" + stranger.getAddress().getPort();
            assertThat(export(
                            client.key(),
                            "--url",
                            url,
                            "--to",
                            directory.resolve("x").toString()))
                    .isEqualTo(4);
        } finally {
            stranger.stop(0);
        }
        assertThat(err.toString()).contains(said).hasLineCount(1);
    }

    @Test
    void takes_away_what_stopped_commands_and_the_old_file_have_left() throws IOException {
        Path stale = Files.createDirectory(directory.resolve(".patchbay-export123"));
        Files.writeString(stale.resolve("calls.parquet"), "personal");
        Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path running = Files.createDirectory(directory.resolve(".patchbay-export456"));
        Path old = Files.writeString(directory.resolve("history.duckdb.wal"), "old");

        assertThat(export(
                        client.key(),
                        "--to",
                        directory.resolve("history.duckdb").toString()))
                .isZero();

        assertThat(stale).doesNotExist();
        assertThat(running).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void is_not_meant_by_the_settings_of_a_server() {
        assertThat(Terminal.isMeant()).isFalse();
        assertThat(Terminal.isMeant("--server.port=0")).isFalse();
        assertThat(Terminal.isMeant("export")).isTrue();
        assertThat(Terminal.isMeant("--help")).isTrue();
    }

    private int export(String key, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "export";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return run(
                Map.of("PATCHBAY_KEY", key, "PATCHBAY_URL", SharedServer.root().toString()), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Terminal.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private boolean hasBytes() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.anyMatch(file ->
                    file.toString().endsWith(".parquet") && file.toFile().length() > 0);
        }
    }

    private void assertOnly(String name) throws IOException {
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(name);
        }
    }
}
