package dev.patchbay.query.audit;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recorded event, as its row says. */
record Row(
        long position,
        String id,
        String type,
        Instant recordedAt,
        String actorKind,
        long actorId,
        Source source,
        Belonging belonging,
        String requestId,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String clientAddress,
        @Nullable String userAgent,
        @Nullable String reason,
        @Nullable Cause cause) {

    static Row of(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("position"),
                row.getString("id"),
                row.getString("type"),
                Instant.parse(row.getString("recorded_at")),
                row.getString("actor_kind"),
                row.getLong("actor_id"),
                new Source(Kind.of(row.getString("subject_kind")), row.getLong("subject_id")),
                new Belonging(
                        row.getString("subject_public_id"),
                        row.getString("subject_name"),
                        row.getLong("account_id"),
                        row.getObject("project_id") == null ? null : row.getLong("project_id")),
                row.getString("request_id"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("client_address"),
                row.getString("user_agent"),
                row.getString("reason"),
                cause(row));
    }

    private static @Nullable Cause cause(ResultSet row) throws SQLException {
        String kind = row.getString("cause_kind");
        return kind == null ? null : new Cause(kind, row.getLong("cause_position"));
    }

    /** Whether the name of the thing or the reason has this text in it, which is in lower case. */
    boolean says(String text) {
        return has(belonging.name(), text) || has(reason, text);
    }

    private static boolean has(@Nullable String words, String text) {
        return words != null && words.toLowerCase(Locale.ROOT).contains(text);
    }
}
