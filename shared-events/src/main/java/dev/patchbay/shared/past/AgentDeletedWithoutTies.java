package dev.patchbay.shared.past;

import dev.patchbay.shared.agent.AgentDeleted;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** In its first revision the event said nothing of the roles and teams that the agent had: it says of none. */
final class AgentDeletedWithoutTies extends SingleEventUpcaster {

    private static final SimpleSerializedType FROM = new SimpleSerializedType(AgentDeleted.class.getName(), "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType(AgentDeleted.class.getName(), "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, JsonNode.class, payload -> {
            ObjectNode deleted = (ObjectNode) payload;
            deleted.putArray("roleIds");
            deleted.putArray("teamIds");
            return deleted;
        });
    }
}
