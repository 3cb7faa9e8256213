package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.References;
import dev.patchbay.rest.request.Uuids;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditFilter.Who;
import dev.patchbay.shared.audit.AuditQuery.Part;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which entries a request asks for, as its parameters say. */
record AuditParameters(Exchange exchange) {
    private static final Pattern ACTOR =
            Pattern.compile("(?<kind>api_key|agent)(:(?<id>[1-9][0-9]{0,17}))?|(?<other>carrier|system)");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    AuditFilter filter() {
        Kind kind = text("entity_type").map(AuditParameters::kind).orElse(null);
        return new AuditFilter(
                text("actor").map(AuditParameters::actor).orElse(null),
                kind,
                text("entity_id").map(id -> id(id, kind)).orElse(null),
                text("type").orElse(null),
                text("project_id")
                        .map(id -> References.integer("project_id", id))
                        .orElse(null),
                text("request_id").orElse(null),
                text("client_address").orElse(null),
                text("field").orElse(null),
                text("q").orElse(null),
                exchange.beginning("from").orElse(1L),
                exchange.end("to").orElse(Long.MAX_VALUE));
    }

    /** A part of the list in the order that is asked for; the last entry comes first unless it says otherwise. */
    Part part() {
        return switch (text("order").orElse("desc")) {
            case "asc" -> part(true);
            case "desc" -> part(false);
            default -> throw Problem.parameter("order must be asc or desc");
        };
    }

    Part part(boolean ascending) {
        Long after = text("cursor").map(cursor -> Place.read(cursor, ascending)).orElse(null);
        return new Part(after, ascending, exchange.pageSize());
    }

    private Optional<String> text(String name) {
        return exchange.parameter(name);
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("entity_type is not included in the list"));
    }

    private static String id(String text, @Nullable Kind kind) {
        if (kind == null) {
            throw Problem.parameter("entity_id needs an entity_type");
        }
        if (!NUMBER.matcher(text).matches() && Uuids.parse(text).isEmpty()) {
            throw Problem.parameter("entity_id must be an id");
        }
        return text;
    }

    private static Who actor(String text) {
        Matcher actor = ACTOR.matcher(text);
        if (!actor.matches()) {
            throw Problem.parameter("actor must be api_key, agent, carrier or system, or one such as api_key:5");
        }
        if (actor.group("other") != null) {
            return new Who(actor.group("other"), null);
        }
        String id = actor.group("id");
        return new Who(actor.group("kind"), id == null ? null : Long.valueOf(id));
    }
}
