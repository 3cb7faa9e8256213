package dev.patchbay.shared.team;

import dev.patchbay.shared.Event;

/** What happened to a team. */
public sealed interface TeamEvent extends Event
        permits TeamAssignmentLimitChanged,
                TeamAssignmentTypeChanged,
                TeamCreated,
                TeamDeleted,
                TeamEmojiChanged,
                TeamRenamed,
                TeamTimezoneChanged {
    long teamId();
}
