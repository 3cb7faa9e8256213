package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.RunningServer;
import dev.patchbay.server.TestStore;
import dev.patchbay.shared.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as it lies on the disk. */
record EventLog(Path directory) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = RunningServer.FIRST_AGENT.split(":", 2)[1];
    private static final Pattern KEY = Pattern.compile("idc_[A-Za-z0-9]{32}");

    /** A fact, and what is known about it. */
    record Recorded(long position, String stream, String id, String type, String payload, JsonNode metadata) {

        String text(String key) {
            return metadata.path(key).asString("");
        }

        long number(String key) {
            return metadata.path(key).asLong(-1);
        }
    }

    List<Recorded> events() {
        return where("true");
    }

    List<Recorded> ofStream(String stream) {
        return where("stream = ?", stream);
    }

    /** What a request led to. */
    List<Recorded> ofRequest(String requestId) {
        return where("metadata like ?", "%" + requestId + "%").stream()
                .filter(event -> event.text(Provenance.REQUEST_ID).equals(requestId))
                .toList();
    }

    /** How many facts there are that somebody asked for; meanwhile the server may add others by itself. */
    long asked() {
        return number("select count(*) from event where metadata not like '%\"actor_kind\":\"system\"%'");
    }

    /** The position of the last fact. */
    long head() {
        return number("select max(position) from event");
    }

    /** Looks at all that came after a position. */
    void requireThatEveryEventSaysWhoAskedAndShowsNoKey(long position) {
        List<Recorded> events = where("position > ?", position);
        Set<String> ids = events.stream().map(Recorded::id).collect(Collectors.toSet());
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.number(Provenance.ACCOUNT_ID)).isPositive();
            assertThat(event.text(Provenance.ACTOR_KIND)).isIn("api_key", "agent", "carrier", "system");
            assertThat(event.number(Provenance.ACTOR_ID))
                    .isGreaterThanOrEqualTo(event.text(Provenance.ACTOR_KIND).equals("api_key") ? 1 : 0);
            assertThat(event.text(Provenance.REQUEST_ID)).isNotEmpty();
            assertThat(event.text("correlation_id")).isNotEmpty();
            assertThat(event.text("causation_id")).isNotEmpty().isNotEqualTo(event.id());
            assertThat(event.payload() + event.metadata() + event.stream())
                    .doesNotContainPattern(KEY)
                    .doesNotContain(SECRET);
        });
        assertThat(events)
                .extracting(Recorded::position)
                .startsWith(position + 1)
                .doesNotHaveDuplicates();
        assertThat(events.getLast().position()).isEqualTo(position + events.size());
        assertThat(ids).hasSameSizeAs(events);
    }

    private List<Recorded> where(String condition, Object... values) {
        return database()
                .sql("select position, stream, event_id, payload_type, payload, metadata from event where " + condition
                        + " order by position")
                .params(values)
                .query((row, index) -> new Recorded(
                        row.getLong("position"),
                        row.getString("stream"),
                        row.getString("event_id"),
                        row.getString("payload_type").replaceFirst(".*\\.", ""),
                        row.getString("payload"),
                        JSON.readTree(row.getString("metadata"))))
                .list();
    }

    private long number(String question) {
        return database().sql(question).query(Long.class).single();
    }

    private JdbcClient database() {
        return JdbcClient.create(TestStore.log(directory));
    }
}
