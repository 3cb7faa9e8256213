package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.dns.NameServer;
import tools.jackson.databind.JsonNode;

/** A world in which good requests find something left to do. */
record Unsettled(World world, Wire wire, NameServer names) {

    /** The good request, after what must come before it so that it changes something. */
    Draft changing(Operation operation) {
        return switch (operation.id()) {
            case "addOperator", "attachOperator" -> after("removeOperator", operation);
            case "linkOperatorToProject" -> after("unlinkOperatorFromProject", operation);
            case "assignVirtualNumberToProject" -> after("withdrawVirtualNumberFromProject", operation);
            case "revokeAgentKey" -> after("issueAgentKey", operation);
            case "updateProject" -> after(operation, "{\"retention_days\":30}");
            case "updateAssistant" -> after(operation, "{\"description\":\"Answers last.\"}");
            case "reorderOperators" -> reorder(operation);
            case "restoreOperator" -> renamed("updateOperator", operation);
            case "restoreVirtualNumber" -> renamed("updateVirtualNumber", operation);
            case "restoreProject" -> renamed("updateProject", operation);
            case "verifyDomain" -> verify(operation);
            default -> world.good(operation);
        };
    }

    private Draft after(String other, Operation operation) {
        expectSuccess(world.good(named(operation, other)));
        return world.good(operation);
    }

    private Draft after(Operation operation, String body) {
        expectSuccess(world.good(operation).saying(HostileValues.bytes(body)));
        return world.good(operation);
    }

    private Draft renamed(String change, Operation operation) {
        expectSuccess(world.good(named(operation, change)).saying(HostileValues.bytes("{\"name\":\"Renamed\"}")));
        return world.good(operation);
    }

    private Draft reorder(Operation operation) {
        World.Part part = world.part(operation);
        String first = part.id(operation, "{operator_id}");
        String second = part.id(named(operation, "deleteOperator"), "{id}");
        expectSuccess(world.good(named(operation, "addOperator"))
                .saying(HostileValues.bytes("{\"operator_id\":" + second + "}")));
        return world.good(operation).saying(HostileValues.bytes("{\"operator_ids\":[" + second + "," + first + "]}"));
    }

    /** The one that may be deleted is not verified yet. */
    private Draft verify(Operation operation) {
        Draft one = world.good(named(operation, "deleteDomain")).by("GET");
        JsonNode domain = expectSuccess(one).json();
        names.publish(domain);
        return world.good(operation).at(one.target() + "/verify");
    }

    private Reply expectSuccess(Draft draft) {
        Reply reply = wire.send(draft.bytes()).orElseThrow();
        assertThat(reply.status()).as(reply.body()).isBetween(200, 204);
        return reply;
    }

    private static Operation named(Operation near, String id) {
        return near.document().operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
