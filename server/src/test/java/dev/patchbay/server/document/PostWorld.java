package dev.patchbay.server.document;

import dev.patchbay.server.Client;
import dev.patchbay.server.dns.NameServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a world that sends mail: a verified domain, an assistant and an identity. */
final class PostWorld implements World.Part {
    private final Client owner;
    private final String domain;
    private final String assistant;
    private final String identity;
    private String doomedDomain;
    private String doomedAssistant;
    private String doomedIdentity;

    PostWorld(Client owner, NameServer names) {
        this.owner = owner;
        JsonNode added = newDomain();
        names.publish(added);
        this.domain = added.get("id").asString();
        owner.post("domains/" + domain + "/verify", "{}");
        this.assistant = newAssistant();
        this.identity = newIdentity();
        doomedDomain = newDomain().get("id").asString();
        doomedAssistant = newAssistant();
        doomedIdentity = newIdentity();
    }

    @Override
    public String key(Operation operation) {
        return owner.key();
    }

    @Override
    public String id(Operation operation, String variable) {
        return switch (operation.id()) {
            case "deleteDomain" -> doomedDomain;
            case "deleteAssistant" -> doomedAssistant;
            case "deleteIdentity" -> doomedIdentity;
            default ->
                switch (operation.template().split("/", -1)[1]) {
                    case "domains" -> domain;
                    case "assistants" -> assistant;
                    default -> identity;
                };
        };
    }

    @Override
    public String named(String member) {
        return '"' + (member.equals("domain_id") ? domain : assistant) + '"';
    }

    @Override
    public void restore(Operation operation) {
        switch (operation.id()) {
            case "deleteDomain" -> doomedDomain = newDomain().get("id").asString();
            case "deleteAssistant" -> doomedAssistant = newAssistant();
            case "deleteIdentity" -> doomedIdentity = newIdentity();
            case "updateIdentity" -> owner.patch("identities/" + identity, "{\"status\": \"active\"}");
            default -> {
                // Nothing is missing.
            }
        }
    }

    @Override
    public ObjectNode inThisWorld(Operation operation, ObjectNode body) {
        if (operation.id().equals("createIdentity")) {
            body.put("domain_id", domain).put("local_part", "a" + World.turn());
        }
        if (operation.id().equals("addDomain")) {
            body.put("domain", nextDomain());
        }
        if (body.has("assistant_id")) {
            body.put("assistant_id", assistant);
        }
        return body;
    }

    private JsonNode newDomain() {
        return owner.post("domains", "{\"domain\": \"" + nextDomain() + "\"}").json();
    }

    private String newAssistant() {
        return owner.post("assistants", "{\"name\": \"Front office\"}")
                .json()
                .get("id")
                .asString();
    }

    private String newIdentity() {
        return owner.post(
                        "identities",
                        "{\"domain_id\": \"" + domain + "\", \"local_part\": \"b" + World.turn()
                                + "\", \"display_name\": \"Ada\"}")
                .json()
                .get("id")
                .asString();
    }

    private static String nextDomain() {
        return "world-" + World.turn() + ".example";
    }
}
