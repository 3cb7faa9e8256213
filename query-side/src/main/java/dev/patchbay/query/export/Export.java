package dev.patchbay.query.export;

import dev.patchbay.query.call.Horizon;
import dev.patchbay.shared.export.Dataset;

/**
 * How the rows of a dataset are found: of {@code :account}, as of {@code :position}, after the place {@code :first}, {@code
 * :second}, {@code :third}. They are ordered by what never changes, so that a row which is over later keeps its place.
 */
record Export(String statement) {

    private static final String ACTOR = """
            case when e.actor_kind in ('api_key', 'agent') then e.actor_id end as actor_id,
            case e.actor_kind
                when 'api_key' then (select k.name from api_key k
                    where k.id = e.actor_id and +k.account_id = :account and k.valid_to > 0 and k.valid_from <= e.position
                    order by k.valid_to desc limit 1)
                when 'agent' then (select trim(a.first_name || ' ' || a.last_name) from agent a
                    where a.id = e.actor_id and +a.account_id = :account and a.valid_to > 0 and a.valid_from <= e.position
                    order by a.valid_to desc limit 1)
            end as actor_name""";

    private static final String CAUSE = """
            t.valid_from, e.recorded_at as valid_from_at, e.type as event_type, e.actor_kind, e.reason, e.request_id,
            """ + ACTOR;

    private static final String INTERVAL = """
            case when t.valid_to <= :position then t.valid_to end as valid_to,
            (select u.recorded_at from recorded_event u
                where u.position = t.valid_to and t.valid_to <= :position) as valid_to_at,
            """ + CAUSE;

    private static final String WITHIN =
            " and t.valid_from <= :position and t.valid_to > :since and t.valid_from < t.valid_to";

    private static final String OPERATORS = """
            select t.id, t.name, t.phone_number, t.email, t.active,
                (select string_agg(cast(p.project_id as text), ',' order by p.project_id) from operator_project p
                    where p.operator_id = t.id and p.valid_from <= t.valid_from and p.valid_to > t.valid_from) as project_ids,
                t.id as place_1, t.valid_from as place_2, 0 as place_3,
            """ + INTERVAL + """

            from operator t cross join recorded_event e
            where t.account_id = :account and (t.id, t.valid_from) > (:first, :second) and e.position = t.valid_from
            """ + WITHIN + " order by t.id, t.valid_from limit :limit";

    private static final String VIRTUAL_NUMBERS =
            """
            select t.id, t.phone_number, t.name, t.country_code, t.active, t.recording, t.routing_strategy,
                t.ring_timeout_seconds, t.fallback_type, t.fallback_phone_number, t.fallback_virtual_number_id, t.project_id,
                t.id as place_1, t.valid_from as place_2, 0 as place_3,
            """ + INTERVAL + """

            from virtual_number t cross join recorded_event e
            where t.account_id = :account and (t.id, t.valid_from) > (:first, :second) and e.position = t.valid_from
            """ + WITHIN + " order by t.id, t.valid_from limit :limit";

    private static final String ATTACHMENTS =
            """
            select t.virtual_number_id, t.operator_id, t.rank, t.place, t.ring_seconds,
                t.virtual_number_id as place_1, t.valid_from as place_2, t.operator_id as place_3,
            """ + INTERVAL + """

            from virtual_number n cross join attachment t cross join recorded_event e
            where n.account_id = :account and n.id >= :first
            and n.valid_from = (
                select min(f.valid_from) from virtual_number f where f.account_id = :account and f.id = n.id)
            and t.virtual_number_id = n.id and e.position = t.valid_from
            and (t.virtual_number_id > :first or (t.valid_from, t.operator_id) > (:second, :third))
            """ + WITHIN + " order by n.id, t.valid_from, t.operator_id limit :limit";

    private static final String CALLS = """
            select t.id, t.virtual_number_id, t.external_id, t.direction, t.phone_number, t.caller_name, t.call_status,
                t.call_duration, t.operator_id, t.ai_handled, t.transcript_summary, t.started_at, t.ended_at,
                t.started_at as place_1, t.id as place_2, 0 as place_3,
            """ + CAUSE + """

            from call t cross join recorded_event e
            where t.account_id = :account and (t.started_at, t.id) > (:first, :second)
            and t.started_at <=""" + Horizon.KNOWN + """
             and e.position = t.valid_from and t.valid_from >= :since and t.valid_from <= :position and :position < t.valid_to
            order by t.started_at, t.id limit :limit""";

    static Export of(Dataset dataset) {
        return new Export(
                switch (dataset) {
                    case OPERATORS -> OPERATORS;
                    case VIRTUAL_NUMBERS -> VIRTUAL_NUMBERS;
                    case ATTACHMENTS -> ATTACHMENTS;
                    case CALLS -> CALLS;
                    case EVENTS -> throw new IllegalArgumentException("events are told by the audit trail");
                });
    }
}
