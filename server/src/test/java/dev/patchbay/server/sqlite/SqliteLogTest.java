package dev.patchbay.server.sqlite;

import static dev.patchbay.server.log.Appends.event;
import static dev.patchbay.server.log.Appends.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.log.Append;
import dev.patchbay.server.log.Appends;
import dev.patchbay.server.log.LogConflict;
import dev.patchbay.server.log.LogStore;
import dev.patchbay.server.log.LogUnavailable;
import dev.patchbay.server.log.SqlLogContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class SqliteLogTest extends SqlLogContract {

    @TempDir
    Path directory;

    private @Nullable SqliteDatabase opened;

    @Override
    protected LogStore store() throws SQLException {
        return new SqliteLogStore(database().writer(), recent);
    }

    @Override
    protected DataSource stored() {
        return database().readers();
    }

    @AfterEach
    void closeDatabase() {
        log.close();
        database().close();
    }

    @Test
    void an_append_to_a_full_disk_is_refused_and_the_next_one_succeeds_when_there_is_room() throws SQLException {
        append(event("operator-1", 0));
        log.close();
        // The limit belongs to the connection, and the connection that met it is thrown away: then there is room again.
        JdbcClient.create(database().writer())
                .sql("pragma max_page_count = 1")
                .query(Long.class)
                .single();
        openAgain();

        assertThatThrownBy(() -> append(saying("x".repeat(100_000), "operator-2", 0)))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("full");
        append(saying("x".repeat(100_000), "operator-2", 0));
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void of_a_group_what_is_refused_leaves_neither_events_nor_holes() throws SQLException {
        append(event("operator-1", 0));
        log.close();
        Append takenAlone = Appends.of(event("operator-1", 0));
        Append alone = Appends.of(event("operator-2", 0));
        Append takenInTheEnd = Appends.of(event("operator-3", 0), event("operator-2", 0));
        Append pair = Appends.of(event("operator-3", 0), event("operator-3", 1));

        LogStore store = store();
        assertThat(store.store(List.of(takenAlone, alone, takenInTheEnd, pair))).isEqualTo(4);
        store.close();
        openAgain();

        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(column("stream", String.class))
                .containsExactly("operator-1", "operator-2", "operator-3", "operator-3");
        assertThat(List.of(takenAlone, takenInTheEnd))
                .allSatisfy(refused -> assertThat(Appends.failure(refused)).isInstanceOf(LogConflict.class));
        assertThat(List.of(alone, pair))
                .allSatisfy(taken -> assertThat(Appends.failure(taken)).isNull());
    }

    private SqliteDatabase database() {
        SqliteDatabase known = opened;
        if (known == null) {
            known = new SqliteDatabase(directory.resolve("events.db"), SqliteDatabase.Durability.EVERY_COMMIT);
            new ResourceDatabasePopulator(new ClassPathResource("events.sql", SqliteLogStore.class))
                    .execute(known.writer());
            opened = known;
        }
        return known;
    }
}
