package dev.patchbay.rest.export;

import dev.patchbay.rest.audit.AuditEntryShape;
import dev.patchbay.shared.Provenance.Cause;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dataset.
 *
 * @param object as JSON has it
 * @param values as tables have it, in the order of the columns
 */
public record ExportRow(Object object, List<@Nullable Object> values) {

    static ExportRow of(Dataset dataset, List<@Nullable Object> values) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Iterator<@Nullable Object> value = values.iterator();
        for (Column column : dataset.columns()) {
            object.put(column.name(), value.next());
        }
        return new ExportRow(object, values);
    }

    static ExportRow of(AuditEntry entry) {
        AuditEntryShape shape = AuditEntryShape.of(entry);
        Optional<Cause> cause = Optional.ofNullable(entry.cause());
        List<@Nullable Object> values = Arrays.asList(
                entry.position(),
                entry.id(),
                shape.recordedAt(),
                entry.type(),
                entry.subject().kind(),
                entry.subject().id().toString(),
                entry.subject().name(),
                entry.projectId(),
                entry.actor().kind(),
                entry.actor().id(),
                entry.actor().name(),
                entry.actor().keyPrefix(),
                entry.requestId(),
                entry.correlationId(),
                entry.causationId(),
                entry.clientAddress(),
                entry.userAgent(),
                entry.reason(),
                cause.map(Cause::kind).orElse(null),
                cause.map(Cause::position).orElse(null),
                entry.changes());
        return new ExportRow(shape, values);
    }
}
