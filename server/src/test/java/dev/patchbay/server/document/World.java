package dev.patchbay.server.document;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of everything that a contract speaks of, so that every operation has something to work on, and a good request for
 * each. What no operation asks for is not made.
 */
final class World {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A number belongs to one account, a name to one thing: worlds take turns. */
    private static final AtomicLong TURNS = new AtomicLong();

    private final Supplier<StaffWorld> staff;
    private final Supplier<VoiceWorld> voice;
    private final Supplier<PostWorld> post;

    World(RunningServer server, NameServer names) {
        Client admin = server.client();
        this.staff = SingletonSupplier.of(() -> new StaffWorld(server.agents()));
        this.voice = SingletonSupplier.of(() -> new VoiceWorld(
                admin, newAccount(admin), new ReplayWorld(admin, server.part("commandSide", Decisions.class))));
        this.post = SingletonSupplier.of(() -> new PostWorld(
                newAccount(admin).at(admin.base().resolve(ContractDocument.IDENTITIES_BASE + "/")), names));
    }

    /** What there is of one contract. */
    interface Part {
        /** The key with which an operation is called. */
        String key(Operation operation);

        /** The id that a variable of the path stands for. */
        String id(Operation operation, String variable);

        /** What a member of a body names by its id. */
        String named(String member);

        /** An example of the document, speaking of what there is. */
        ObjectNode inThisWorld(Operation operation, ObjectNode body);

        /** Brings back what an operation that succeeded took away. */
        void restore(Operation operation);
    }

    Part part(Operation operation) {
        return switch (operation.base()) {
            case ContractDocument.AGENTS_BASE -> staff.get();
            case ContractDocument.IDENTITIES_BASE -> post.get();
            default -> voice.get();
        };
    }

    /** The request that succeeds. */
    Draft good(Operation operation) {
        String path = Arrays.stream(operation.template().split("/", -1))
                .map(segment -> segment.startsWith("{") ? part(operation).id(operation, segment) : segment)
                .collect(Collectors.joining("/"));
        Draft draft = Draft.of(
                operation.method(),
                operation.base() + path + needed(operation),
                part(operation).key(operation));
        if (operation.id().equals("importAgents")) {
            return draft.saying(HostileValues.bytes(
                            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                    + "first_name,last_name,email,roles\r\nAda,Lovelace," + StaffWorld.nextEmail()
                                    + ",Agent\r\n--x--\r\n"))
                    .with("Content-Type", "multipart/form-data; boundary=x");
        }
        if (operation.line().isPresent()) {
            return draft.sayingLines(HostileValues.bytes(String.join("\n", goodLines(operation))));
        }
        return operation.body().isPresent() ? draft.saying(HostileValues.bytes(goodBody(operation))) : draft;
    }

    /** The parameters that a request must have. */
    private static String needed(Operation operation) {
        String parameters = operation.parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString() + "="
                        + parameter.get("example").asString())
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? "" : "?" + parameters;
    }

    /** Lines of a body that all succeed. */
    List<String> goodLines(Operation operation) {
        return operation.lines().stream()
                .map(JSON::readTree)
                .map(ObjectNode.class::cast)
                .map(line -> Draft.utf8(JSON.writeValueAsString(part(operation).inThisWorld(operation, line))))
                .toList();
    }

    /** A good line, with another value in the place of one of its members. */
    String line(Operation operation, String field, String value) {
        ObjectNode line = (ObjectNode) JSON.readTree(goodLines(operation).getFirst());
        line.remove(field);
        String members = Draft.utf8(JSON.writeValueAsString(line));
        return members.substring(0, members.length() - 1) + ",\"" + field + "\":" + value + "}";
    }

    String goodBody(Operation operation) {
        return Draft.utf8(JSON.writeValueAsString(body(operation, "")));
    }

    /** A good body that has the field, with another value in its place. */
    byte[] body(Operation operation, String field, String value) {
        ObjectNode body = body(operation, field);
        body.remove(field);
        String members = Draft.utf8(JSON.writeValueAsString(body));
        String comma = body.isEmpty() ? "" : ",";
        return HostileValues.bytes(
                members.substring(0, members.length() - 1) + comma + '"' + field + "\":" + value + "}");
    }

    private ObjectNode body(Operation operation, String field) {
        ObjectNode body = operation.examples().stream()
                .filter(example -> field.isEmpty() || example.has(field))
                .findFirst()
                .or(() -> operation.examples().stream().findFirst())
                .map(JsonNode::deepCopy)
                .map(ObjectNode.class::cast)
                .orElseThrow();
        return part(operation).inThisWorld(operation, body);
    }

    static long turn() {
        return TURNS.incrementAndGet();
    }

    private static Client newAccount(Client admin) {
        return admin.as(admin.post("accounts", "{\"name\":\"World\"}")
                .data()
                .get("api_key")
                .get("key")
                .asString());
    }
}
