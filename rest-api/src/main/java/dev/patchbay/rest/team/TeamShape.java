package dev.patchbay.rest.team;

import dev.patchbay.shared.team.TeamView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team as it is answered; there are neither business hours nor service levels here. */
record TeamShape(
        long id,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String emoji,
        String name,
        String conversationAssignmentType,
        String timezone,
        @Nullable Long businessHoursId,
        @Nullable Long slaPolicyId,
        int maxAutoAssignedConversations) {

    static TeamShape of(TeamView team) {
        return new TeamShape(
                team.id(),
                team.createdAt(),
                team.updatedAt(),
                team.emoji(),
                team.name(),
                team.assignmentType(),
                team.timezone(),
                null,
                null,
                team.assignmentLimit());
    }
}
