package dev.patchbay.query.role;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleDescriptionChanged;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleRenamed;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the roles. */
@Component
@ProcessingGroup("views")
final class RoleProjection {

    private final Timeline roles;

    RoleProjection(Views views) {
        roles = views.timeline(
                "role",
                List.of("id"),
                List.of("account_id", "name", "description", "permissions", "created_at", "updated_at"));
    }

    @EventHandler
    void on(RoleCreated event, Recorded recorded) {
        roles.open(
                recorded,
                event.roleId(),
                event.accountId(),
                event.name(),
                event.description(),
                String.join(",", event.permissions()),
                recorded.at().toString(),
                recorded.at().toString());
    }

    @EventHandler
    void on(RoleRenamed event, Recorded recorded) {
        change(recorded, event.roleId(), "name", event.name());
    }

    @EventHandler
    void on(RoleDescriptionChanged event, Recorded recorded) {
        change(recorded, event.roleId(), "description", event.description());
    }

    @EventHandler
    void on(RolePermissionsChanged event, Recorded recorded) {
        change(recorded, event.roleId(), "permissions", String.join(",", event.permissions()));
    }

    @EventHandler
    void on(RoleDeleted event, Recorded recorded) {
        roles.close(recorded, event.roleId());
    }

    private void change(Recorded recorded, long role, String column, @Nullable Object value) {
        roles.change(
                recorded, role, column + ", updated_at", value, recorded.at().toString());
    }
}
