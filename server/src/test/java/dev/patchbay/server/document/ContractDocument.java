package dev.patchbay.server.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.patchbay.server.Client.Reply;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The approved OpenAPI document, and whether requests and answers are what it says. */
public final class ContractDocument {
    public static final String BASE = "/api/v1/public";
    public static final String AGENTS_BASE = "/api/v1";
    public static final String IDENTITIES_BASE = "/v1";
    static final String JSON_CONTENT = "/content/application~1json";
    static final String LINES = "application/x-ndjson";
    static final String WEBHOOKS = "/webhooks";
    private static final String XML_CONTENT = "/content/text~1xml";
    private static final String EVENTS = "text/event-stream";
    private static final String EVENT = "/content/text~1event-stream/x-events";
    private static final String COLUMNS = "x-columns";
    private static final String MAGIC = "x-magic";
    private static final String PART = "x-part";
    static final String LINE = "/content/application~1x-ndjson/x-line";

    private static final Pattern STREAMED =
            Pattern.compile("(?:id: [0-9]+\n)?event: (?<name>[a-z]+)\ndata: (?<data>[^\n]*)\n\n");

    private static final String ANSWERS = "/components/responses/";

    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "../docs/api/openapi.yaml");
    private static final String IRI = "https://patchbay.dev/openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What an operation may answer though only the document as a whole says so. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 500);

    /** Headers that mean something here: where they come, they are documented. */
    private static final List<String> MEANINGFUL = List.of(
            "Patchbay-Position", "ETag", "Idempotent-Replayed", "Retry-After", "WWW-Authenticate", "Allow", "Location");

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Operation> webhooks = new ArrayList<>();
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ContractDocument(JsonNode root) {
        this.root = root;
        String text = JSON.writeValueAsString(root);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, text)));
        root.path("paths")
                .forEachEntry((template, path) -> path.propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> (template.startsWith(WEBHOOKS + "/") ? webhooks : operations)
                                .add(new Operation(
                                        this,
                                        method.toUpperCase(java.util.Locale.ROOT),
                                        base(path),
                                        template,
                                        "/paths/" + escape(template) + "/" + method))));
    }

    public static ContractDocument approved() {
        return new ContractDocument(YAMLMapper.builder().build().readTree(FILE.toFile()));
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** What is served outside the base path to those who sign, with whole paths. */
    public List<Operation> webhooks() {
        return webhooks;
    }

    /** The operations below a base path. */
    List<Operation> operations(String base) {
        return operations.stream()
                .filter(operation -> operation.base().equals(base))
                .toList();
    }

    /** The operation that serves a path, as it stands in the request; literal segments win. */
    public Optional<Operation> operation(String method, String path) {
        String served = method.equals("HEAD") ? "GET" : method;
        return Stream.concat(operations.stream(), webhooks.stream())
                .filter(operation -> operation.method().equals(served) && operation.match(path) >= 0)
                .max(Comparator.comparingInt(operation -> operation.match(path)));
    }

    /** Fails when an answer is not documented; paths outside the base path are none of its business. */
    public void check(String method, String path, Reply reply) {
        List<String> complaints = complaints(method, path, reply);
        if (!complaints.isEmpty()) {
            throw new AssertionError("%s %s was answered %d %s, but the document says: %s"
                    .formatted(method, path, reply.status(), reply.body(), complaints));
        }
    }

    /** What is not as documented about an answer. */
    public List<String> complaints(String method, String path, Reply reply) {
        // What a path has to offer is told by HTTP's own rules.
        boolean documented =
                Stream.of(AGENTS_BASE, IDENTITIES_BASE, WEBHOOKS).anyMatch(base -> path.startsWith(base + "/"));
        if (!documented || path.equals(BASE) || method.equals("OPTIONS")) {
            return List.of();
        }
        List<List<String>> complaints = responses(method, path, reply.status()).stream()
                .map(response -> complaintsAbout(response, method, reply))
                .toList();
        if (complaints.isEmpty()) {
            return List.of("status " + reply.status() + " is not documented");
        }
        return complaints.stream().anyMatch(List::isEmpty) ? List.of() : complaints.getFirst();
    }

    private List<String> complaintsAbout(String response, String method, Reply reply) {
        List<String> complaints = new ArrayList<>();
        complainAboutHeaders(response, reply, complaints);
        complainAboutBody(response, reply, method.equals("HEAD"), complaints);
        return complaints;
    }

    /** What is not as documented about the examples of answers. */
    List<String> complaintsAboutExamples() {
        List<String> complaints = new ArrayList<>();
        at(ANSWERS.substring(0, ANSWERS.length() - 1))
                .forEachEntry((name, answer) -> answer.path("content")
                        .forEachEntry((type, content) -> examples(content)
                                .forEach(example -> complainAboutExample(name, type, example, complaints))));
        return complaints;
    }

    private void complainAboutExample(String name, String type, JsonNode example, List<String> complaints) {
        String charset = type.equals("text/xml") ? ";charset=UTF-8" : "";
        Reply reply = new Reply(
                200,
                HttpHeaders.of(Map.of("Content-Type", List.of(type + charset)), (header, value) -> true),
                example.isString() ? example.asString() : JSON.writeValueAsString(example));
        List<String> found = new ArrayList<>();
        complainAboutBody(ANSWERS + name, reply, false, found);
        found.forEach(complaint -> complaints.add(name + ": " + complaint));
    }

    /** The examples of a body. */
    List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        content.path("examples")
                .forEach(example -> examples.add(resolve(example).get("value")));
        content.optional("example").ifPresent(examples::add);
        return examples;
    }

    /** What a request body violates; empty for one that is allowed. */
    List<String> complaintsAboutRequest(Operation operation, JsonNode body) {
        return errors(operation.body().orElseThrow() + "/schema", body);
    }

    /** What a line of a request body violates; empty for one that is allowed. */
    List<String> complaintsAboutLine(Operation operation, JsonNode line) {
        return errors(target(operation.line().orElseThrow()), line);
    }

    /** The answers of a status that are documented for the operation, and for all. */
    private List<String> responses(String method, String path, int status) {
        Optional<Operation> operation = operation(method, path);
        List<String> places = new ArrayList<>();
        operation.ifPresent(found -> places.add(found.pointer() + "/responses/" + status));
        if (operation.isEmpty() || ANYWHERE.contains(status)) {
            places.add(others(path) + status);
        }
        return places.stream()
                .filter(place -> !at(place).isMissingNode())
                .map(this::target)
                .toList();
    }

    private static String others(String path) {
        if (path.startsWith(IDENTITIES_BASE + "/")) {
            return "/x-other-answers-to-identities/";
        }
        return path.startsWith(BASE + "/") || path.startsWith(WEBHOOKS + "/")
                ? "/x-other-answers/"
                : "/x-other-answers-to-agents/";
    }

    private String base(JsonNode path) {
        String base = path.path("servers").path(0).path("url").asString(BASE);
        return base.equals("/") ? "" : base;
    }

    private void complainAboutHeaders(String response, Reply reply, List<String> complaints) {
        JsonNode documented = at(response).path("headers");
        documented.forEachEntry((name, header) -> {
            String place = target(response + "/headers/" + name);
            Optional<String> value = reply.header(name);
            if (value.isEmpty() && at(place).path("required").asBoolean(false)) {
                complaints.add("header " + name + " is missing");
            }
            value.ifPresent(text -> errors(place + "/schema", headerValue(place + "/schema", text))
                    .forEach(error -> complaints.add("header " + name + ": " + error)));
        });
        MEANINGFUL.stream()
                .filter(name -> reply.header(name).isPresent() && !documented.has(name))
                .forEach(name -> complaints.add("header " + name + " is not documented"));
    }

    private void complainAboutBody(String response, Reply reply, boolean head, List<String> complaints) {
        if (head || !at(response).has("content")) {
            if (!reply.body().isEmpty()) {
                complaints.add("a body where none is documented");
            }
            return;
        }
        if (!at(response + XML_CONTENT).isMissingNode()) {
            complainAboutXml(reply, complaints);
            return;
        }
        if (!at(response + EVENT).isMissingNode() && isStream(reply)) {
            complainAboutEvents(response + EVENT, reply, complaints);
            return;
        }
        String file = response + "/content/" + escape(mediaType(reply));
        if (at(file).has(COLUMNS) || at(file).has(MAGIC) || at(file).has(PART)) {
            complainAboutFile(at(file), reply, complaints);
            return;
        }
        boolean lines = !at(response + LINE).isMissingNode();
        if (!reply.header("Content-Type").orElse("").equals(lines ? LINES : "application/json")) {
            complaints.add("Content-Type " + reply.header("Content-Type"));
        }
        if (lines) {
            reply.body().lines().forEach(line -> complainAboutJson(target(response + LINE), line, complaints));
        } else {
            complainAboutJson(response + JSON_CONTENT + "/schema", reply.body(), complaints);
        }
    }

    private static String mediaType(Reply reply) {
        return reply.header("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** A table begins with the names of its columns; a part of a file with whatever it happens to. */
    private static void complainAboutFile(JsonNode content, Reply reply, List<String> complaints) {
        String names = content.path(COLUMNS)
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(",", "", "\r\n"));
        if (content.has(MAGIC) && !reply.body().startsWith(content.get(MAGIC).asString())) {
            complaints.add("not a file that begins with " + content.get(MAGIC));
        }
        if (content.has(COLUMNS) && !reply.body().startsWith(names)) {
            complaints.add("not a table of " + names);
        }
    }

    private static boolean isStream(Reply reply) {
        return reply.header("Content-Type").orElse("").startsWith(EVENTS);
    }

    /** Each has its name and its data; the last one may be cut off. */
    private void complainAboutEvents(String schemas, Reply reply, List<String> complaints) {
        Matcher events = STREAMED.matcher(reply.body());
        int end = 0;
        while (events.lookingAt()) {
            String schema = schemas + "/" + events.group("name");
            if (at(schema).isMissingNode()) {
                complaints.add("event " + events.group("name") + " is not documented");
            } else {
                complainAboutJson(target(schema), events.group("data"), complaints);
            }
            end = events.end();
            events.region(end, reply.body().length());
        }
        if (reply.body().indexOf("\n\n", end) >= 0) {
            complaints.add("not an event: " + reply.body().substring(end));
        }
    }

    private static void complainAboutXml(Reply reply, List<String> complaints) {
        if (!reply.header("Content-Type").orElse("").equals("text/xml;charset=UTF-8")) {
            complaints.add("Content-Type " + reply.header("Content-Type"));
        }
        try {
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(reply.body())));
        } catch (SAXException e) {
            complaints.add("not XML: " + reply.body());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void complainAboutJson(String schema, String text, List<String> complaints) {
        try {
            JsonNode json = JSON.readTree(text);
            complaints.addAll(errors(schema, json));
            complainAboutOrder(at(schema), json, complaints);
        } catch (JacksonException e) {
            complaints.add("not JSON: " + text);
        }
    }

    /** Fields come in the documented order. */
    private void complainAboutOrder(JsonNode schema, JsonNode body, List<String> complaints) {
        JsonNode resolved = resolve(schema);
        body.forEach(element -> {
            if (body.isArray()) {
                complainAboutOrder(resolved.path("items"), element, complaints);
            }
        });
        JsonNode properties = resolved.path("properties");
        List<String> expected =
                properties.propertyNames().stream().filter(body::has).toList();
        List<String> given =
                body.propertyNames().stream().filter(properties::has).toList();
        if (!given.equals(expected)) {
            complaints.add("fields in the order " + given + " instead of " + expected);
        }
        given.forEach(name -> complainAboutOrder(properties.get(name), body.get(name), complaints));
    }

    private JsonNode headerValue(String schema, String text) {
        boolean number = resolve(at(schema)).path("type").asString("").equals("integer");
        return number && text.matches("[0-9]{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : JsonNodeFactory.instance.stringNode(text);
    }

    private List<String> errors(String pointer, JsonNode value) {
        Schema schema =
                schemas.computeIfAbsent(pointer, place -> registry.getSchema(SchemaLocation.of(IRI + "#" + place)));
        return schema.validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /** The pointer itself, or what it refers to. */
    String target(String pointer) {
        return at(pointer).has("$ref") ? at(pointer).get("$ref").asString().substring(1) : pointer;
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asString().substring(1)) : node;
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
