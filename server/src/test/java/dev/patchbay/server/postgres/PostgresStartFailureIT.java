package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.HeldPort;
import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.ServerProcess.Ended;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that cannot come to its database says so in one line, which shows no password, and ends. */
class PostgresStartFailureIT {

    private static final String PASSWORD = "wrong-and-secret";

    @TempDir
    Path directory;

    @Test
    void when_nothing_answers() {
        try (HeldPort port = new HeldPort()) {
            assertEnds(
                    start("jdbc:postgresql://localhost:" + port.number() + "/patchbay?password=" + PASSWORD),
                    "localhost:" + port.number() + " refused");
        }
    }

    @Test
    void when_the_password_is_wrong() throws IOException {
        try (HeldPort port = new HeldPort();
                EmbeddedPostgres postgres = EmbeddedDatabases.server(port)
                        .setDataDirectory(directory.resolve("postgres"))
                        .start()) {
            JdbcClient sql = JdbcClient.create(postgres.getPostgresDatabase());
            int unused = sql.sql("create role patchbay login password 'right'").update();
            Path access = directory.resolve("postgres/pg_hba.conf");
            Files.writeString(access, "host all patchbay all scram-sha-256\n" + Files.readString(access));
            assertThat(sql.sql("select pg_reload_conf()").query(Boolean.class).single())
                    .isTrue();

            assertEnds(
                    start("jdbc:postgresql://localhost:" + port.number() + "/postgres"),
                    "password authentication failed for user \"patchbay\"");
        }
    }

    private Ended start(String url) {
        return ServerProcess.refusing(Map.of(
                "PATCHBAY_DATA_DIR",
                directory.resolve("data").toString(),
                "PATCHBAY_STORE",
                "postgres",
                "PATCHBAY_POSTGRES_URL",
                url,
                "PATCHBAY_POSTGRES_USER",
                "patchbay",
                "PATCHBAY_POSTGRES_PASSWORD",
                PASSWORD));
    }

    private static void assertEnds(Ended ended, String why) {
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("Patchbay did not start: ")
                .containsIgnoringCase(why);
        assertThat(ended.lines().toString()).doesNotContain(PASSWORD);
        assertThat(ended.exitCode()).isEqualTo(1);
    }
}
