package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.patchbay.server.fault.Cable;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLState;

class PostgresDatabaseTest {

    private final EmbeddedDatabase embedded = EmbeddedDatabases.create();

    @Test
    void is_asked_again_while_it_does_not_answer_for_the_first_time() throws Exception {
        try (Cable cable = new Cable("localhost", embedded.postgres().getPort())) {
            cable.stall();
            CompletableFuture<PostgresDatabase> opened =
                    CompletableFuture.supplyAsync(() -> new PostgresDatabase(through(cable, embedded.name())));
            await().until(() -> cable.made() > 1);
            assertThat(opened).isNotDone();

            cable.flow();

            try (PostgresDatabase database = opened.get()) {
                assertThat(database.hasIdleConnection()).isTrue();
            }
        }
    }

    @Test
    void is_not_asked_again_when_it_says_why_not() throws Exception {
        try (Cable cable = new Cable("localhost", embedded.postgres().getPort())) {
            assertThatThrownBy(() -> new PostgresDatabase(through(cable, "nowhere")).close())
                    .isInstanceOf(PoolInitializationException.class)
                    .hasMessageContaining("database \"nowhere\" does not exist");
            assertThat(cable.made()).isEqualTo(1);
        }
    }

    static Stream<Arguments> failures() {
        String unable = PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState();
        return Stream.of(
                arguments(new SQLException("Connection attempt timed out.", unable), true),
                arguments(
                        new SQLException("The connection attempt failed.", unable, new SocketTimeoutException()), true),
                arguments(new SQLException("no set-up", new SQLException("08006", new SocketTimeoutException())), true),
                arguments(new SQLException("the database system is starting up", "57P03"), true),
                arguments(new SQLException("Connection refused", unable, new ConnectException()), false),
                arguments(new SQLException("unknown host", unable, new UnknownHostException()), false),
                arguments(new SQLException("password authentication failed", "28P01"), false),
                arguments(new IllegalStateException("interrupted"), false),
                arguments(null, false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void says_which_failures_may_pass(@Nullable Throwable failure, boolean passes) {
        assertThat(PostgresDatabase.isPassing(failure)).isEqualTo(passes);
    }

    private static PostgresSettings through(Cable cable, String name) {
        return new PostgresSettings("jdbc:postgresql://localhost:" + cable.port() + "/" + name, "postgres", "");
    }
}
