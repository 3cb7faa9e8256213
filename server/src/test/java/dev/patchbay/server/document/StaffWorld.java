package dev.patchbay.server.document;

import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import tools.jackson.databind.node.ObjectNode;

/** The part of a world that works for a company: an agent, a team and a role, and one of each that may be deleted. */
final class StaffWorld implements World.Part {
    private final Client admin;
    private final long agent;
    private final long team;
    private final long role;
    private long doomedAgent;
    private long doomedTeam;
    private long doomedRole;

    StaffWorld(Client admin) {
        this.admin = admin;
        this.agent = newAgent();
        this.team = newTeam();
        this.role = newRole();
        doomedAgent = newAgent();
        doomedTeam = newTeam();
        doomedRole = newRole();
    }

    @Override
    public String key(Operation operation) {
        return admin.key();
    }

    @Override
    public String id(Operation operation, String variable) {
        return Long.toString(
                switch (operation.id()) {
                    case "deleteAgent" -> doomedAgent;
                    case "deleteTeam" -> doomedTeam;
                    case "deleteRole" -> doomedRole;
                    default ->
                        switch (operation.template().split("/", -1)[1]) {
                            case "teams" -> team;
                            case "roles" -> role;
                            default -> agent;
                        };
                });
    }

    @Override
    public String named(String member) {
        throw new IllegalArgumentException("no body of agents, teams or roles has " + member);
    }

    /** Names and addresses belong to one agent, team or role: none is used twice. */
    @Override
    public ObjectNode inThisWorld(Operation operation, ObjectNode body) {
        if (body.has("email")) {
            body.put("email", nextEmail());
        }
        if (body.has("name")) {
            body.put("name", operation.id() + " " + World.turn());
        }
        return body;
    }

    @Override
    public void restore(Operation operation) {
        switch (operation.id()) {
            case "deleteAgent" -> doomedAgent = newAgent();
            case "deleteTeam" -> doomedTeam = newTeam();
            case "deleteRole" -> doomedRole = newRole();
            case "importAgents" -> awaitImport();
            default -> {
                // Nothing is missing.
            }
        }
    }

    static String nextEmail() {
        return "agent" + World.turn() + "@example.com";
    }

    /** Goes on after its answer. */
    private void awaitImport() {
        await().until(() ->
                !admin.get("agents/import/status").data().get("running").asBoolean());
    }

    private long newAgent() {
        return admin.post("agents", "{\"first_name\":\"Ada\",\"email\":\"" + nextEmail() + "\",\"role\":\"Agent\"}")
                .id();
    }

    private long newTeam() {
        return admin.post(
                        "teams", "{\"name\":\"Team " + World.turn() + "\",\"conversation_assignment_type\":\"Manual\"}")
                .id();
    }

    private long newRole() {
        return admin.post("roles", "{\"name\":\"Role " + World.turn() + "\",\"permissions\":[\"ai:manage\"]}")
                .id();
    }
}
