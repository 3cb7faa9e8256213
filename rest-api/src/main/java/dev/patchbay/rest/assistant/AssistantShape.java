package dev.patchbay.rest.assistant;

import dev.patchbay.rest.identity.Workspace;
import dev.patchbay.shared.assistant.AssistantView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An assistant as it is answered. */
record AssistantShape(
        UUID id, UUID workspaceId, String name, @Nullable String description, Instant createdAt, Instant updatedAt) {

    static AssistantShape of(AssistantView view) {
        return new AssistantShape(
                view.uuid(),
                Workspace.of(view.accountId()),
                view.name(),
                view.description(),
                view.createdAt(),
                view.updatedAt());
    }
}
