package dev.patchbay.rest.activity;

import dev.patchbay.shared.activity.ActivityView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the activity log as it is answered. */
record ActivityShape(
        long id,
        Instant createdAt,
        Instant updatedAt,
        String activityType,
        String activityDescription,
        @Nullable Long actorId,
        String targetModelType,
        long targetModelId,
        @Nullable String ip) {

    static ActivityShape of(ActivityView activity) {
        return new ActivityShape(
                activity.id(),
                activity.createdAt(),
                activity.createdAt(),
                activity.type(),
                activity.description(),
                activity.actorId(),
                activity.targetType(),
                activity.targetId(),
                activity.ip());
    }
}
