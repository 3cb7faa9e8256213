package dev.patchbay.query.audit;

import dev.patchbay.shared.Scope;
import dev.patchbay.shared.audit.AuditFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a question is about: where they are looked for, and what they must be like. Those of a key of a project are
 * looked for among what concerns the project only, so that not even the effort tells of anything else.
 */
final class Candidates {

    private static final String CONCERNING_PROJECT =
            "exists (select 1 from recorded_event_of_project o where o.project_id = :project and o.position = e.position)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final boolean ofProject;
    private String source;

    /** Those of a filter. */
    static Candidates of(AuditFilter filter, @Nullable Source wanted, Scope scope) {
        Candidates candidates = new Candidates(scope);
        candidates.narrow(filter, wanted);
        return candidates;
    }

    /** Those of a filter among what is about one thing, or links another with it. */
    static Candidates about(Source subject, AuditFilter filter, @Nullable Source wanted, Scope scope) {
        Candidates candidates = of(filter, wanted, scope);
        candidates.parameters.put("about_kind", subject.kind().word());
        candidates.parameters.put("about_id", subject.id());
        candidates.source = """
                (select s.position from recorded_event s
                    where s.account_id = :account and s.subject_kind = :about_kind and s.subject_id = :about_id
                    and s.position >= :low and s.position <= :high
                union all select l.position from recorded_link l
                    where l.kind = :about_kind and l.id = :about_id
                    and l.position >= :low and l.position <= :high) as e where\s""" + (candidates.ofProject ? CONCERNING_PROJECT : "true");
        return candidates;
    }

    private Candidates(Scope scope) {
        parameters.put("account", scope.accountId());
        require("e.account_id = :account", "account", scope.accountId());
        ofProject = scope.projectId() != null;
        if (scope.projectId() != null) {
            require(CONCERNING_PROJECT, "project", scope.projectId());
        }
        source = ofProject
                ? "recorded_event_of_project e where e.project_id = :project"
                : "recorded_event e where e.account_id = :account";
    }

    private void narrow(AuditFilter filter, @Nullable Source subject) {
        if (filter.type() != null) {
            require("e.type = :type", "type", filter.type());
            lookFor("e.type = :type");
        }
        AuditFilter.Who actor = filter.actor();
        if (actor != null) {
            require("e.actor_kind = :actor_kind", "actor_kind", actor.kind());
            if (actor.id() != null) {
                require("e.actor_id = :actor_id", "actor_id", actor.id());
                lookFor("e.actor_kind = :actor_kind and e.actor_id = :actor_id"
                        + (filter.type() == null ? "" : " and e.type = :type"));
            }
        }
        if (filter.projectId() != null) {
            require(
                    "(e.project_id = :wanted_project or exists (select 1 from recorded_event_of_project o"
                            + " where o.project_id = :wanted_project and o.position = e.position))",
                    "wanted_project",
                    filter.projectId());
        }
        if (filter.kind() != null) {
            require(
                    "e.subject_kind = :subject_kind",
                    "subject_kind",
                    filter.kind().word());
        }
        if (filter.requestId() != null) {
            require("e.request_id = :request_id", "request_id", filter.requestId());
            lookFor("e.request_id = :request_id");
        }
        if (subject != null) {
            require("e.subject_id = :subject_id", "subject_id", subject.id());
            lookFor("e.subject_kind = :subject_kind and e.subject_id = :subject_id");
        }
        if (filter.clientAddress() != null) {
            require("e.client_address = :client_address", "client_address", filter.clientAddress());
        }
    }

    /** By an index of the account's events. */
    private void lookFor(String condition) {
        if (!ofProject) {
            source = "recorded_event e where e.account_id = :account and " + condition;
        }
    }

    private void require(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** Those that are wanted among the first {@code :stride} that are looked at. */
    String chosen(boolean ascending) {
        return "with candidates as materialized (" + lookedAt(ascending) + ") select e.*"
                + " from candidates cross join recorded_event e where e.position = candidates.position and "
                + String.join(" and ", conditions) + " order by e.position " + direction(ascending);
    }

    /** How many are looked at, and up to which. */
    String effort(boolean ascending) {
        return "select count(*) as looked_at, " + (ascending ? "max" : "min") + "(position) as last from ("
                + lookedAt(ascending) + ") as candidates";
    }

    private String lookedAt(boolean ascending) {
        return "select e.position from " + source + " and e.position >= :low and e.position <= :high"
                + " order by e.position " + direction(ascending) + " limit :stride";
    }

    private static String direction(boolean ascending) {
        return ascending ? "asc" : "desc";
    }
}
