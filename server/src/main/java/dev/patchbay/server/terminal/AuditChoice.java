package dev.patchbay.server.terminal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the audit trail are meant, as the parameters of the API say it. */
final class AuditChoice {
    private final Map<String, String> parameters = new TreeMap<>();

    @Option(
            names = "--actor",
            paramLabel = "ACTOR",
            description = "Whose doing: api_key, agent, carrier or system, or one such as api_key:5.")
    void actor(String value) {
        parameters.put("actor", value);
    }

    @Option(names = "--entity-type", paramLabel = "KIND", description = "About things of this kind, such as operator.")
    void entityType(String value) {
        parameters.put("entity_type", value);
    }

    @Option(names = "--entity-id", paramLabel = "ID", description = "About the thing of this id; needs --entity-type.")
    void entityId(String value) {
        parameters.put("entity_id", value);
    }

    @Option(names = "--type", paramLabel = "TYPE", description = "Of this type, such as OperatorRenamed.")
    void type(String value) {
        parameters.put("type", value);
    }

    @Option(names = "--project-id", paramLabel = "ID", description = "Of this project.")
    void projectId(String value) {
        parameters.put("project_id", value);
    }

    @Option(names = "--request-id", paramLabel = "ID", description = "Of this request.")
    void requestId(String value) {
        parameters.put("request_id", value);
    }

    @Option(names = "--client-address", paramLabel = "ADDRESS", description = "From this address.")
    void clientAddress(String value) {
        parameters.put("client_address", value);
    }

    @Option(names = "--field", paramLabel = "FIELD", description = "That change this field.")
    void field(String value) {
        parameters.put("field", value);
    }

    @Option(names = "--q", paramLabel = "TEXT", description = "That say this text.")
    void q(String value) {
        parameters.put("q", value);
    }

    @Option(names = "--from", paramLabel = "PLACE", description = "From here on: a time, or a position such as @1234.")
    void from(String value) {
        parameters.put("from", value);
    }

    @Option(names = "--to", paramLabel = "PLACE", description = "Up to here.")
    void to(String value) {
        parameters.put("to", value);
    }

    @Option(names = "--order", paramLabel = "ORDER", description = "desc, which is the last one first, or asc.")
    void order(String value) {
        parameters.put("order", value);
    }

    @Option(names = "--as-of", paramLabel = "MOMENT", description = "As the audit trail was at this time or position.")
    void asOf(String value) {
        parameters.put("as_of", value);
    }

    /** The query for one part of them, which begins where a cursor says. */
    String part(int size, @Nullable String cursor) {
        StringBuilder query = new StringBuilder("per_page=" + size);
        parameters.forEach((name, value) -> append(query, name, value));
        if (cursor != null) {
            append(query, "cursor", cursor);
        }
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
