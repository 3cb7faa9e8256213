package dev.patchbay.query.audit;

import static dev.patchbay.query.audit.Reading.DECIMAL;
import static dev.patchbay.query.audit.Reading.FLAG;
import static dev.patchbay.query.audit.Reading.INTEGER;
import static dev.patchbay.query.audit.Reading.JSON;
import static dev.patchbay.query.audit.Reading.TEXT;
import static dev.patchbay.query.audit.Reading.TIME;
import static dev.patchbay.query.audit.Reading.WORDS;

import dev.patchbay.query.audit.Field.Member;
import dev.patchbay.shared.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What clients know of each kind of thing; the same names as in the answers of the API. */
final class Subjects {

    private static final String LINKED = """
            exists (select 1 from operator_project p where p.operator_id = t.id and p.project_id = :project
                and p.valid_from <= :position and :position < p.valid_to)
            """;
    private static final String PROJECT_OF_CALL = """
            (select n.served_project_id from virtual_number n
                where n.id = t.virtual_number_id and n.valid_to > 0 and n.valid_from <= :position
                order by n.valid_to desc limit 1)
            """;
    private static final Map<Kind, Subject> ALL = new EnumMap<>(Kind.class);

    static {
        Stream.of(
                        Subject.of(Kind.ACCOUNT, "t.name").itsOwnAccount().have(TEXT, "name"),
                        Subject.of(Kind.API_KEY, "t.name")
                                .ofProject("t.project_id")
                                .have(TEXT, "name", "prefix")
                                .have(WORDS, "permissions")
                                .have(INTEGER, "project_id")
                                .have(TEXT, "expires_at"),
                        Subject.of(Kind.PROJECT, "t.name")
                                .ofProject("t.id")
                                .have(TEXT, "name", "language", "description", "industry")
                                .have(TEXT, "goal_language", "summary_language")
                                .have(INTEGER, "long_pause_threshold_seconds")
                                .have(TEXT, "transcription_hints")
                                .have(INTEGER, "retention_days")
                                .have(FLAG, "quality_baseline_enabled")
                                .have(DECIMAL, "quality_baseline_pct"),
                        Subject.of(Kind.OPERATOR, "t.name")
                                .ofProject("null", LINKED)
                                .have(TEXT, "name", "phone_number", "email")
                                .have(FLAG, "active")
                                .lists("project_ids", "operator_project", "operator_id", "project_id"),
                        Subject.of(Kind.VIRTUAL_NUMBER, "coalesce(t.name, t.phone_number)")
                                .ofProject("t.project_id")
                                .have(TEXT, "phone_number", "name", "country_code")
                                .have(FLAG, "active", "recording")
                                .have(TEXT, "routing_strategy")
                                .have(INTEGER, "ring_timeout_seconds")
                                .has(
                                        "fallback",
                                        new Member("type", "t.fallback_type", TEXT),
                                        new Member("phone_number", "t.fallback_phone_number", TEXT),
                                        new Member("id", "t.fallback_virtual_number_id", INTEGER))
                                .have(INTEGER, "project_id")
                                .lists(
                                        "operators",
                                        "attachment",
                                        "virtual_number_id",
                                        "l.rank, l.place",
                                        new Member("id", "l.operator_id", INTEGER),
                                        new Member("ring_seconds", "l.ring_seconds", INTEGER)),
                        Subject.of(Kind.CALL, "coalesce(t.caller_name, t.phone_number)")
                                .ofProject(PROJECT_OF_CALL)
                                .have(INTEGER, "virtual_number_id")
                                .have(TEXT, "external_id", "direction", "phone_number", "caller_name", "call_status")
                                .have(INTEGER, "call_duration", "operator_id")
                                .have(FLAG, "ai_handled")
                                .have(TEXT, "transcript_summary")
                                .have(TIME, "started_at", "ended_at"),
                        Subject.of(Kind.AGENT, "trim(t.first_name || ' ' || t.last_name)")
                                .have(TEXT, "email", "first_name", "last_name")
                                .have(FLAG, "enabled")
                                .has("availability_status", "t.availability", TEXT)
                                .have(TEXT, "api_key")
                                .lists("role_ids", "agent_role", "agent_id", "role_id")
                                .lists("team_ids", "agent_team", "agent_id", "team_id"),
                        Subject.of(Kind.TEAM, "t.name")
                                .have(TEXT, "name", "emoji")
                                .has("conversation_assignment_type", "t.assignment_type", TEXT)
                                .have(TEXT, "timezone")
                                .has("max_auto_assigned_conversations", "t.assignment_limit", INTEGER),
                        Subject.of(Kind.ROLE, "t.name")
                                .have(TEXT, "name", "description")
                                .have(WORDS, "permissions"),
                        Subject.of(Kind.DOMAIN, "t.name")
                                .knownByUuid()
                                .has("domain", "t.name", TEXT)
                                .have(TEXT, "status", "ownership", "spf", "dkim", "mx"),
                        Subject.of(Kind.ASSISTANT, "t.name").knownByUuid().have(TEXT, "name", "description"),
                        Subject.of(Kind.IDENTITY, "t.email_address")
                                .knownByUuid()
                                .has("domain_id", uuid("domain"), TEXT)
                                .has("assistant_id", uuid("assistant"), TEXT)
                                .have(TEXT, "local_part", "email_address", "display_name", "reply_to_email")
                                .has("signature_text", "t.text_signature", TEXT)
                                .has("signature_html", "t.html_signature", TEXT)
                                .have(INTEGER, "thread_history_depth")
                                .have(TEXT, "status")
                                .have(JSON, "approval_channel")
                                .has("can_send_cold", "t.cold_sending_allowed", FLAG)
                                .has("auto_approve_replies", "t.auto_approval_enabled", FLAG),
                        Subject.of(Kind.MAIL, "t.subject")
                                .with("left join mail_delivery d on d.mail_id = t.id and d.valid_from <= :position"
                                        + " and :position < d.valid_to")
                                .have(TEXT, "kind", "about", "recipient", "subject")
                                .has("status", "d.status", TEXT)
                                .has("attempts", "d.attempts", INTEGER)
                                .has("failure", "d.reason", TEXT),
                        Subject.of(Kind.REPLAY, "t.projection")
                                .have(TEXT, "projection", "status")
                                .have(INTEGER, "events_per_second", "started_position")
                                .has("position", "t.reached_position", INTEGER)
                                .have(TEXT, "error")
                                .lists(
                                        "differences",
                                        "replay_difference",
                                        "replay_id",
                                        "l.table_name",
                                        new Member("table", "l.table_name", TEXT),
                                        new Member("only_in_old", "l.only_in_old", INTEGER),
                                        new Member("only_in_new", "l.only_in_new", INTEGER)))
                .forEach(subject -> ALL.put(subject.kind(), subject));
    }

    private Subjects() {}

    static Subject of(Kind kind) {
        return Optional.ofNullable(ALL.get(kind)).orElseThrow();
    }

    private static String uuid(String table) {
        return "(select u.uuid from %1$s u where u.id = t.%1$s_id and u.valid_to > 0 limit 1)".formatted(table);
    }
}
