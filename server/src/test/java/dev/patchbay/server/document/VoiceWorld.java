package dev.patchbay.server.document;

import dev.patchbay.server.Client;
import tools.jackson.databind.node.ObjectNode;

/** The part of a world that is called: a project with an operator and a number, and one of each that may be deleted. */
final class VoiceWorld implements World.Part {
    private final Client admin;
    private final Client owner;
    private final ReplayWorld replays;
    private final long project;
    private final long operator;
    private final long number;
    private final long call;
    private long doomedOperator;
    private long doomedNumber;
    private long doomedProject;
    private long doomedKey;
    private long change;
    private final long complete;

    VoiceWorld(Client admin, Client owner, ReplayWorld replays) {
        this.admin = admin;
        this.owner = owner;
        this.replays = replays;
        this.project = newProject();
        this.operator = newOperator();
        this.number = newNumber();
        linkOperator();
        linkNumber();
        attach();
        this.call = newCall();
        doomedOperator = newOperator();
        doomedNumber = newNumber();
        doomedProject = newProject();
        doomedKey = newKey();
        change = newChange();
        complete = change;
    }

    @Override
    public String key(Operation operation) {
        return operation.template().equals("/accounts") || operation.template().startsWith("/projections")
                ? admin.key()
                : owner.key();
    }

    @Override
    public String id(Operation operation, String variable) {
        return switch (variable) {
            case "{operator_id}" -> Long.toString(operator);
            case "{name}" -> replays.projection(operation);
            case "{virtual_number_id}" -> Long.toString(number);
            default ->
                Long.toString(
                        switch (operation.id()) {
                            case "deleteOperator" -> doomedOperator;
                            case "releaseVirtualNumber" -> doomedNumber;
                            case "deleteProject" -> doomedProject;
                            case "undoChange" -> change;
                            default ->
                                switch (operation.template().split("/", -1)[1]) {
                                    case "operators" -> operator;
                                    case "projects" -> project;
                                    case "calls" -> call;
                                    case "projections" -> replays.ready(operation);
                                    case "api_keys" -> doomedKey;
                                    default -> number;
                                };
                        });
        };
    }

    @Override
    public String named(String member) {
        return switch (member) {
            case "operator_id" -> Long.toString(operator);
            case "virtual_number_id" -> Long.toString(number);
            case "operator_ids" -> "[" + operator + "]";
            default -> throw new IllegalArgumentException(member + " names nothing");
        };
    }

    @Override
    public ObjectNode inThisWorld(Operation operation, ObjectNode body) {
        replace(body, "operator_id", operator);
        replace(body, "virtual_number_id", number);
        replace(body, "project_id", project);
        if (body.has("to")) {
            body.put("to", "@" + complete);
        }
        if (body.has("operator_ids")) {
            body.putArray("operator_ids").add(operator);
        }
        if (body.has("operators")) {
            body.putArray("operators").addObject().put("id", operator).put("ring_seconds", 40);
        }
        if (operation.template().equals("/virtual_numbers")
                || operation.template().endsWith("/purchase")) {
            body.put("phone_number", nextNumber());
        }
        return body;
    }

    @Override
    public void restore(Operation operation) {
        switch (operation.id()) {
            case "deleteOperator" -> doomedOperator = newOperator();
            case "releaseVirtualNumber" -> doomedNumber = newNumber();
            case "deleteProject" -> doomedProject = newProject();
            case "revokeApiKey" -> doomedKey = newKey();
            case "unlinkOperatorFromProject" -> linkOperator();
            case "withdrawVirtualNumberFromProject" -> linkNumber();
            case "undoChange" -> change = newChange();
            case "removeOperator", "detachOperator", "reorderOperators" -> attach();
            default -> {
                // Nothing is missing.
            }
        }
    }

    private static void replace(ObjectNode body, String field, long id) {
        if (body.has(field)) {
            body.put(field, id);
        }
    }

    private void linkOperator() {
        owner.post("projects/" + project + "/operators", "{\"operator_id\":" + operator + "}");
    }

    private void linkNumber() {
        owner.post("projects/" + project + "/virtual_numbers", "{\"virtual_number_id\":" + number + "}");
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

    /** The position of a change that may be taken back. */
    private long newChange() {
        return owner.patch("projects/" + project, "{\"name\":\"Support " + World.turn() + "\"}")
                .position();
    }

    private long newKey() {
        return owner.post("api_keys", "{\"name\":\"Doomed\",\"permissions\":[\"read\"]}")
                .id();
    }

    private static String nextNumber() {
        return phoneNumber(World.turn());
    }

    /** The one that is taken in this turn, if a number is. */
    static String phoneNumber(long turn) {
        return "+1555%07d".formatted(2_000_000 + turn);
    }
}
