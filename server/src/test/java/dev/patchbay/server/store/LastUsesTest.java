package dev.patchbay.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.sqlite.SQLiteDataSource;

class LastUsesTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final Instant LATER = NOON.plusMillis(1);

    @TempDir
    Path directory;

    private SQLiteDataSource file;
    private StoredCredentials here;
    private StoredCredentials elsewhere;
    private StoredAgentCredentials agentsHere;
    private StoredAgentCredentials agentsElsewhere;

    @BeforeEach
    void two_processes_with_one_database() {
        file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + directory.resolve("private.db"));
        new ResourceDatabasePopulator(new ClassPathResource("/dev/patchbay/server/sqlite/private.sql")).execute(file);
        PrivateDatabase database = new PrivateDatabase(file, file);
        here = new StoredCredentials(database);
        elsewhere = new StoredCredentials(database);
        agentsHere = new StoredAgentCredentials(database);
        agentsElsewhere = new StoredAgentCredentials(database);
    }

    @Test
    void of_a_key_are_the_last_that_was_noted_here_or_is_saved() {
        here.touch(1, LATER);
        here.touch(2, NOON);
        here.save();
        elsewhere.touch(1, NOON);
        elsewhere.touch(2, LATER);
        elsewhere.touch(3, LATER);

        assertThat(elsewhere.lastUsed(List.of(1L, 2L, 4L))).isEqualTo(Map.of(1L, LATER, 2L, LATER));
        assertThat(here.lastUsed(List.of(1L, 2L, 4L))).isEqualTo(Map.of(1L, LATER, 2L, NOON));

        elsewhere.save();

        assertThat(here.lastUsed(List.of(1L, 2L, 4L))).isEqualTo(Map.of(1L, LATER, 2L, LATER));
    }

    @Test
    void of_thousands_of_keys_are_told_at_once() {
        List<Long> keys = LongStream.rangeClosed(1, 2_500).boxed().toList();
        keys.forEach(key -> here.touch(key, NOON));
        here.save();

        assertThat(elsewhere.lastUsed(keys)).hasSize(2_500);
    }

    @Test
    void are_kept_until_they_can_be_saved() {
        here.touch(1, NOON);
        agentsHere.touch(1, "key", NOON);
        JdbcClient client = JdbcClient.create(file);
        client.sql("alter table key_use rename to key_use_away").update();
        client.sql("alter table agent_use rename to agent_use_away").update();

        here.save();
        agentsHere.save();
        assertThatThrownBy(() -> here.lastUsed(List.of(1L))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> agentsHere.activeSince(NOON)).isInstanceOf(Refusal.class);

        client.sql("alter table key_use_away rename to key_use").update();
        client.sql("alter table agent_use_away rename to agent_use").update();
        here.save();
        agentsHere.save();
        assertThat(elsewhere.lastUsed(List.of(1L))).containsOnlyKeys(1L);
        assertThat(agentsElsewhere.activeSince(NOON)).containsExactly(1L);
    }

    @Test
    void of_agents_say_who_acted_since_a_time() {
        agentsHere.touch(1, "key", NOON);
        agentsHere.touch(2, "key", LATER);
        agentsElsewhere.touch(3, "key", LATER);

        assertThat(agentsHere.activeSince(LATER)).containsExactlyInAnyOrder(2L);
        assertThat(agentsHere.activeSince(NOON)).containsExactlyInAnyOrder(1L, 2L);

        agentsHere.save();

        assertThat(agentsElsewhere.activeSince(NOON)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(agentsElsewhere.activeSince(LATER)).containsExactlyInAnyOrder(2L, 3L);
    }
}
