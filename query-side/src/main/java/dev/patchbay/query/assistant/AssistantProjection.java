package dev.patchbay.query.assistant;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantDescriptionChanged;
import dev.patchbay.shared.assistant.AssistantRenamed;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the assistants. */
@Component
@ProcessingGroup("views")
final class AssistantProjection {

    private final Timeline assistants;

    AssistantProjection(Views views) {
        assistants = views.timeline(
                "assistant",
                List.of("id"),
                List.of("account_id", "uuid", "name", "description", "created", "created_at", "updated_at"));
    }

    @EventHandler
    void on(AssistantCreated event, Recorded recorded) {
        String now = recorded.at().toString();
        assistants.open(
                recorded,
                event.assistantId(),
                event.accountId(),
                event.uuid(),
                event.name(),
                event.description(),
                recorded.position(),
                now,
                now);
    }

    @EventHandler
    void on(AssistantRenamed event, Recorded recorded) {
        String now = recorded.at().toString();
        assistants.change(recorded, event.assistantId(), "updated_at, name", now, event.name());
    }

    @EventHandler
    void on(AssistantDescriptionChanged event, Recorded recorded) {
        String now = recorded.at().toString();
        assistants.change(recorded, event.assistantId(), "updated_at, description", now, event.description());
    }

    @EventHandler
    void on(AssistantDeleted event, Recorded recorded) {
        assistants.close(recorded, event.assistantId());
    }
}
