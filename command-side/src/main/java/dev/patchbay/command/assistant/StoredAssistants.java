package dev.patchbay.command.assistant;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.assistant.AssistantId;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The assistants in the log; loading one locks it for the unit of work. */
@Component
class StoredAssistants implements Assistants {

    private final ObjectProvider<Configuration> axon;

    StoredAssistants(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireThere(AssistantId assistant, long account) {
        boolean there = axon.getObject()
                .repository(Assistant.class)
                .load(assistant.toString())
                .invoke(stored -> stored.belongsTo(account));
        if (!there) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, assistant + " is not there");
        }
    }
}
