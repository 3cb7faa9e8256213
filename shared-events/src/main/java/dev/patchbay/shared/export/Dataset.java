package dev.patchbay.shared.export;

import static dev.patchbay.shared.export.Column.Type.FLAG;
import static dev.patchbay.shared.export.Column.Type.INTEGER;
import static dev.patchbay.shared.export.Column.Type.INTEGERS;
import static dev.patchbay.shared.export.Column.Type.JSON;
import static dev.patchbay.shared.export.Column.Type.TEXT;
import static dev.patchbay.shared.export.Column.Type.TIME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be taken out as a table. */
public enum Dataset {
    /** A row for each event, as the audit trail tells it. */
    EVENTS(new Columns()
            .with(INTEGER, "position")
            .with(TEXT, "id")
            .with(TIME, "recorded_at")
            .with(TEXT, "type", "entity_type", "entity_id", "entity_name")
            .with(INTEGER, "project_id")
            .with(TEXT, "actor_kind")
            .with(INTEGER, "actor_id")
            .with(TEXT, "actor_name", "actor_key_prefix", "request_id", "correlation_id", "causation_id")
            .with(TEXT, "client_address", "user_agent", "reason", "cause_kind")
            .with(INTEGER, "cause_position")
            .with(JSON, "changes")),
    /** A row for each version of an operator. */
    OPERATORS(new Columns()
            .with(INTEGER, "id")
            .with(TEXT, "name", "phone_number", "email")
            .with(FLAG, "active")
            .with(INTEGERS, "project_ids")
            .interval()),
    /** A row for each version of a virtual number. */
    VIRTUAL_NUMBERS(new Columns()
            .with(INTEGER, "id")
            .with(TEXT, "phone_number", "name", "country_code")
            .with(FLAG, "active", "recording")
            .with(TEXT, "routing_strategy")
            .with(INTEGER, "ring_timeout_seconds")
            .with(TEXT, "fallback_type", "fallback_phone_number")
            .with(INTEGER, "fallback_virtual_number_id", "project_id")
            .interval()),
    /** A row for each time that an operator had a place in the ring order of a number. */
    ATTACHMENTS(new Columns()
            .with(INTEGER, "virtual_number_id", "operator_id", "rank", "place", "ring_seconds")
            .interval()),
    /** A row for each call, as it is known at the end. */
    CALLS(new Columns()
            .with(INTEGER, "id", "virtual_number_id")
            .with(TEXT, "external_id", "direction", "phone_number", "caller_name", "call_status")
            .with(INTEGER, "call_duration", "operator_id")
            .with(FLAG, "ai_handled")
            .with(TEXT, "transcript_summary")
            .with(TIME, "started_at", "ended_at")
            .with(INTEGER, "valid_from")
            .with(TIME, "valid_from_at")
            .cause());

    /** To be raised when the same range is exported otherwise than before: what was begun cannot be resumed then. */
    public static final int VERSION = 1;

    @SuppressWarnings("ImmutableEnumChecker") // It is a copy that cannot be changed.
    private final List<Column> columns;

    Dataset(Columns columns) {
        this.columns = List.copyOf(columns.all);
    }

    public List<Column> columns() {
        return columns;
    }

    private static final class Columns {
        private final List<Column> all = new ArrayList<>();

        Columns with(Column.Type type, String... names) {
            Arrays.stream(names).map(name -> new Column(name, type)).forEach(all::add);
            return this;
        }

        /** From when to when a row is true, and what made it so. */
        Columns interval() {
            return with(INTEGER, "valid_from", "valid_to")
                    .with(TIME, "valid_from_at", "valid_to_at")
                    .cause();
        }

        /** The event that made a row true. */
        Columns cause() {
            return with(TEXT, "event_type", "actor_kind")
                    .with(INTEGER, "actor_id")
                    .with(TEXT, "actor_name", "reason", "request_id");
        }
    }
}
