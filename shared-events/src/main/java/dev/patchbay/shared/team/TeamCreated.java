package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on the account has this team; nobody is a member yet. */
@Revision("1")
public record TeamCreated(
        long teamId,
        long accountId,
        String name,
        @Nullable String emoji,
        String assignmentType,
        String timezone,
        int assignmentLimit)
        implements TeamEvent {}
