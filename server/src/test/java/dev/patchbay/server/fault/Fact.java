package dev.patchbay.server.fault;

import dev.patchbay.shared.Provenance;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it lies in the log, and the name of the request that it is of. */
record Fact(
        long position,
        String stream,
        long sequence,
        String id,
        long recordedAt,
        String type,
        String payload,
        String requestId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All of a log, in the order of their positions. */
    static List<Fact> of(DataSource log) {
        return JdbcClient.create(log)
                .sql("""
                        select position, stream, sequence, event_id, recorded_at, payload_type, payload, metadata
                        from event order by position""")
                .query((row, index) -> new Fact(
                        row.getLong("position"),
                        row.getString("stream"),
                        row.getLong("sequence"),
                        row.getString("event_id"),
                        row.getLong("recorded_at"),
                        row.getString("payload_type").replaceFirst(".*\\.", ""),
                        row.getString("payload"),
                        JSON.readTree(row.getString("metadata"))
                                .path(Provenance.REQUEST_ID)
                                .asString("")))
                .list();
    }

    JsonNode body() {
        return JSON.readTree(payload);
    }

    boolean is(String name) {
        return type.equals(name);
    }
}
