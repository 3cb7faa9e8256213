package dev.patchbay.server.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A method of a path, as the document describes it.
 *
 * @param base the path below which it is served
 * @param template the path below the base path
 * @param pointer where in the document it is
 */
public record Operation(ContractDocument document, String method, String base, String template, String pointer) {

    public String id() {
        return node().path("operationId").asString();
    }

    JsonNode node() {
        return document.at(pointer);
    }

    /** Those of the path and its own. */
    List<JsonNode> parameters(String place) {
        List<JsonNode> parameters = new ArrayList<>();
        document.at("/paths/" + ContractDocument.escape(template) + "/parameters")
                .forEach(parameters::add);
        node().path("parameters").forEach(parameters::add);
        return parameters.stream()
                .map(document::resolve)
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    /** Where the media type of a request body in JSON is; empty when there is none. */
    Optional<String> body() {
        return content(ContractDocument.JSON_CONTENT);
    }

    /** Where the schema of each line of a request body is; empty when it has no lines. */
    Optional<String> line() {
        return content(ContractDocument.LINE);
    }

    private Optional<String> content(String place) {
        return Optional.of(document.target(pointer + "/requestBody") + place)
                .filter(found -> !document.at(found).isMissingNode());
    }

    /** The example of a request body of many lines. */
    List<String> lines() {
        String type = line().orElseThrow().replace("/x-line", "/example");
        return document.at(type).asString().lines().toList();
    }

    boolean needsBody() {
        return body().isPresent()
                && document.at(document.target(pointer + "/requestBody"))
                        .path("required")
                        .asBoolean(false);
    }

    /** The examples of the request body. */
    List<JsonNode> examples() {
        return document.examples(document.at(body().orElseThrow()));
    }

    /** The names of all fields that the request body may have. */
    List<String> fields() {
        return List.copyOf(document.resolve(document.at(
                        body().map(body -> body + "/schema").or(this::line).orElseThrow()))
                .path("properties")
                .propertyNames());
    }

    /** How many segments of the path are literal, when it is one of this template below its base; else -1. */
    int match(String path) {
        String[] segments = (base + template).split("/", -1);
        String[] given = path.split("/", -1);
        if (segments.length != given.length) {
            return -1;
        }
        int literal = 0;
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].equals(given[i])) {
                literal++;
            } else if (!segments[i].startsWith("{") || given[i].isEmpty()) {
                return -1;
            }
        }
        return literal;
    }

    /** The whole template with the names of its variables left out, for comparisons. */
    String shape() {
        return method + " " + shape(base + template);
    }

    static String shape(String template) {
        return Pattern.compile("\\{[^}]*}")
                .splitAsStream(template + " ")
                .collect(Collectors.joining("{}"))
                .strip();
    }

    @Override
    public String toString() {
        return id();
    }
}
