package dev.patchbay.server.document;

import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.dns.NameServer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An account with one of everything, so that every operation has something to work on, and a good request for each. */
final class World {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A number belongs to one account: worlds take turns. */
    private static final AtomicLong PURCHASES = new AtomicLong();

    private final Client admin;
    private final Client owner;
    private final Client agents;
    private final PostWorld post;
    private final long agent;
    private final long team;
    private final long role;
    private long doomedAgent;
    private long doomedTeam;
    private long doomedRole;
    private final long project;
    private final long operator;
    private final long number;
    private final long call;
    private long doomedOperator;
    private long doomedNumber;
    private long doomedProject;
    private long doomedKey;

    World(Client admin, Client agents, NameServer names) {
        this.admin = admin;
        this.agents = agents;
        this.agent = newAgent();
        this.team = newTeam();
        this.role = newRole();
        doomedAgent = newAgent();
        doomedTeam = newTeam();
        doomedRole = newRole();
        Reply account = admin.post("accounts", "{\"name\":\"World\"}");
        this.owner = admin.as(account.data().get("api_key").get("key").asString());
        this.post = new PostWorld(owner.at(admin.base().resolve(ContractDocument.IDENTITIES_BASE + "/")), names);
        this.project = newProject();
        this.operator = newOperator();
        this.number = newNumber();
        owner.post("projects/" + project + "/operators", "{\"operator_id\":" + operator + "}");
        owner.post("projects/" + project + "/virtual_numbers", "{\"virtual_number_id\":" + number + "}");
        attach();
        this.call = newCall();
        doomedOperator = newOperator();
        doomedNumber = newNumber();
        doomedProject = newProject();
        doomedKey = newKey();
    }

    /** The request that succeeds. */
    Draft good(Operation operation) {
        String path = Arrays.stream(operation.template().split("/", -1))
                .map(segment -> segment.startsWith("{") ? id(operation, segment) : segment)
                .collect(Collectors.joining("/"));
        Draft draft = Draft.of(operation.method(), operation.base() + path, key(operation));
        if (operation.id().equals("importAgents")) {
            return draft.saying(HostileValues.bytes(
                            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                                    + "first_name,last_name,email,roles\r\nAda,Lovelace," + nextEmail()
                                    + ",Agent\r\n--x--\r\n"))
                    .with("Content-Type", "multipart/form-data; boundary=x");
        }
        if (operation.line().isPresent()) {
            return draft.sayingLines(HostileValues.bytes(String.join("\n", goodLines(operation))));
        }
        return operation.body().isPresent() ? draft.saying(HostileValues.bytes(goodBody(operation))) : draft;
    }

    private String key(Operation operation) {
        if (operation.base().equals(ContractDocument.AGENTS_BASE)) {
            return agents.key();
        }
        return operation.template().equals("/accounts") ? admin.key() : owner.key();
    }

    /** Lines of a body that all succeed. */
    List<String> goodLines(Operation operation) {
        return operation.lines().stream()
                .map(JSON::readTree)
                .map(ObjectNode.class::cast)
                .map(line -> Draft.utf8(JSON.writeValueAsString(inThisWorld(operation, line))))
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

    /** The id that a variable of the path stands for. */
    String id(Operation operation, String variable) {
        return operation.base().equals(ContractDocument.IDENTITIES_BASE)
                ? post.id(operation)
                : Long.toString(number(operation, variable));
    }

    /** What a member of a body names by its UUID. */
    String uuid(String field) {
        return post.uuid(field);
    }

    private long number(Operation operation, String variable) {
        return switch (variable) {
            case "{operator_id}" -> operator;
            case "{virtual_number_id}" -> number;
            default ->
                switch (operation.id()) {
                    case "deleteOperator" -> doomedOperator;
                    case "releaseVirtualNumber" -> doomedNumber;
                    case "deleteProject" -> doomedProject;
                    case "findApiKey", "revokeApiKey" -> doomedKey;
                    case "deleteAgent" -> doomedAgent;
                    case "deleteTeam" -> doomedTeam;
                    case "deleteRole" -> doomedRole;
                    default ->
                        switch (operation.template().split("/", -1)[1]) {
                            case "operators" -> operator;
                            case "projects" -> project;
                            case "calls" -> call;
                            case "agents" -> agent;
                            case "teams" -> team;
                            case "roles" -> role;
                            default -> number;
                        };
                };
        };
    }

    /** Brings back what an operation that succeeded took away. */
    void restore(Operation operation) {
        if (operation.base().equals(ContractDocument.IDENTITIES_BASE)) {
            post.restore(operation);
            return;
        }
        switch (operation.id()) {
            case "deleteOperator" -> doomedOperator = newOperator();
            case "releaseVirtualNumber" -> doomedNumber = newNumber();
            case "deleteProject" -> doomedProject = newProject();
            case "revokeApiKey" -> doomedKey = newKey();
            case "deleteAgent" -> doomedAgent = newAgent();
            case "deleteTeam" -> doomedTeam = newTeam();
            case "deleteRole" -> doomedRole = newRole();
            case "importAgents" -> awaitImport();
            case "unlinkOperatorFromProject" ->
                owner.post("projects/" + project + "/operators", "{\"operator_id\":" + operator + "}");
            case "withdrawVirtualNumberFromProject" ->
                owner.post("projects/" + project + "/virtual_numbers", "{\"virtual_number_id\":" + number + "}");
            case "removeOperator", "detachOperator", "reorderOperators" -> attach();
            default -> {
                // Nothing is missing.
            }
        }
    }

    private ObjectNode body(Operation operation, String field) {
        ObjectNode body = operation.examples().stream()
                .filter(example -> field.isEmpty() || example.has(field))
                .findFirst()
                .or(() -> operation.examples().stream().findFirst())
                .map(JsonNode::deepCopy)
                .map(ObjectNode.class::cast)
                .orElseThrow();
        return inThisWorld(operation, body);
    }

    private ObjectNode inThisWorld(Operation operation, ObjectNode body) {
        if (operation.base().equals(ContractDocument.IDENTITIES_BASE)) {
            return post.inThisWorld(operation, body);
        }
        replace(body, "operator_id", operator);
        replace(body, "virtual_number_id", number);
        replace(body, "project_id", project);
        if (body.has("operator_ids")) {
            body.putArray("operator_ids").add(operator);
        }
        if (body.has("operators")) {
            body.putArray("operators").addObject().put("id", operator).put("ring_seconds", 40);
        }
        if (operation.base().equals(ContractDocument.AGENTS_BASE)) {
            named(operation, body);
        }
        if (operation.template().equals("/virtual_numbers")
                || operation.template().endsWith("/purchase")) {
            body.put("phone_number", nextNumber());
        }
        return body;
    }

    /** Names and addresses belong to one agent, team or role: none is used twice. */
    private static void named(Operation operation, ObjectNode body) {
        if (body.has("email")) {
            body.put("email", nextEmail());
        }
        if (body.has("name")) {
            body.put("name", operation.id() + " " + PURCHASES.incrementAndGet());
        }
    }

    private static void replace(ObjectNode body, String field, long id) {
        if (body.has(field)) {
            body.put(field, id);
        }
    }

    private void attach() {
        owner.post("virtual_numbers/" + number + "/add_operator", "{\"operator_id\":" + operator + "}");
    }

    private long newProject() {
        return owner.post("projects", "{\"name\":\"Support\",\"language\":\"en\"}")
                .id();
    }

    private long newOperator() {
        return owner.post("operators", "{\"name\":\"Jane Doe\",\"phone_number\":\"+15551234567\"}")
                .id();
    }

    private long newNumber() {
        return owner.post("virtual_numbers", "{\"phone_number\":\"" + nextNumber() + "\"}")
                .id();
    }

    private long newCall() {
        return owner.post(
                        "virtual_numbers/" + number + "/calls",
                        "{\"direction\":\"inbound\",\"call_status\":\"answered\"}")
                .id();
    }

    private long newKey() {
        return owner.post("api_keys", "{\"name\":\"Doomed\",\"permissions\":[\"read\"]}")
                .id();
    }

    /** Goes on after its answer. */
    private void awaitImport() {
        await().until(() ->
                !agents.get("agents/import/status").data().get("running").asBoolean());
    }

    private long newAgent() {
        return agents.post("agents", "{\"first_name\":\"Ada\",\"email\":\"" + nextEmail() + "\",\"role\":\"Agent\"}")
                .id();
    }

    private long newTeam() {
        return agents.post(
                        "teams",
                        "{\"name\":\"Team " + PURCHASES.incrementAndGet()
                                + "\",\"conversation_assignment_type\":\"Manual\"}")
                .id();
    }

    private long newRole() {
        return agents.post(
                        "roles",
                        "{\"name\":\"Role " + PURCHASES.incrementAndGet() + "\",\"permissions\":[\"ai:manage\"]}")
                .id();
    }

    private static String nextEmail() {
        return "agent" + PURCHASES.incrementAndGet() + "@example.com";
    }

    private static String nextNumber() {
        return "+1555%07d".formatted(2_000_000 + PURCHASES.incrementAndGet());
    }
}
