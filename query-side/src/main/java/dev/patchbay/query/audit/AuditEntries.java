package dev.patchbay.query.audit;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditEntry.Actor;
import dev.patchbay.shared.audit.FieldChange;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells recorded events as clients read them. */
@Component
final class AuditEntries {

    static final String KEY = """
            select k.name, k.prefix from api_key k
            where k.id = :id and k.account_id = :account and k.valid_to > 0 and k.valid_from <= :position
            order by k.valid_to desc limit 1""";
    static final String AGENT = """
            select trim(a.first_name || ' ' || a.last_name) as name, null as prefix from agent a
            where a.id = :id and a.account_id = :account and a.valid_to > 0 and a.valid_from <= :position
            order by a.valid_to desc limit 1""";

    private final Views views;
    private final States states;

    AuditEntries(Views views, States states) {
        this.views = views;
        this.states = states;
    }

    /** With what the event changed. */
    AuditEntry whole(Row row, Scope scope) {
        State before = states.at(row.source(), row.position() - 1).within(scope.projectId());
        State after = states.at(row.source(), row.position()).within(scope.projectId());
        return entry(row, scope, before.changesTo(after));
    }

    AuditEntry withoutChanges(Row row, Scope scope) {
        return entry(row, scope, List.of());
    }

    private AuditEntry entry(Row row, Scope scope, List<FieldChange> changes) {
        return new AuditEntry(
                row.position(),
                row.id(),
                row.recordedAt(),
                row.type(),
                new AuditEntry.Subject(
                        row.source().kind().word(),
                        publicId(row),
                        row.belonging().name()),
                scope.projectId() == null ? row.belonging().projectId() : scope.projectId(),
                actor(row, scope),
                row.requestId(),
                row.correlationId(),
                row.causationId(),
                row.clientAddress(),
                row.userAgent(),
                row.reason(),
                row.cause(),
                changes);
    }

    private static Object publicId(Row row) {
        return Subjects.of(row.source().kind()).isKnownByUuid()
                ? row.belonging().publicId()
                : (Object) row.source().id();
    }

    /** Nobody learns what the keys of another account are called. */
    private Actor actor(Row row, Scope scope) {
        return switch (row.actorKind()) {
            case "api_key" -> named(row, scope, KEY);
            case "agent" -> named(row, scope, AGENT);
            default -> new Actor(row.actorKind(), null, null, null);
        };
    }

    private Actor named(Row row, Scope scope, String sql) {
        return views.asOf(row.position(), scope, sql)
                .param("id", row.actorId())
                .query((named, index) ->
                        new Actor(row.actorKind(), row.actorId(), named.getString("name"), named.getString("prefix")))
                .optional()
                .orElseGet(() -> new Actor(row.actorKind(), row.actorId(), null, null));
    }
}
