package dev.patchbay.query.activity;

import dev.patchbay.query.Recorded;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleDescriptionChanged;
import dev.patchbay.shared.role.RolePermissionsChanged;
import dev.patchbay.shared.role.RoleRenamed;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Tells what was done to roles. */
@Component
@ProcessingGroup("views")
final class RoleActivities {

    private final Entries entries;

    RoleActivities(Entries entries) {
        this.entries = entries;
    }

    @EventHandler
    void on(RoleCreated event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                event.accountId(),
                "role_created",
                Entries.ROLE,
                event.roleId(),
                "created role " + Entries.named(event.name(), event.roleId()));
    }

    @EventHandler
    void on(RoleRenamed event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "role_updated",
                Entries.ROLE,
                event.roleId(),
                "renamed role " + entry.role(event.roleId()) + " to " + event.name());
    }

    @EventHandler
    void on(RoleDescriptionChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "role_updated",
                Entries.ROLE,
                event.roleId(),
                "changed the description of role " + entry.role(event.roleId()));
    }

    @EventHandler
    void on(RoleDeleted event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of("role_deleted", Entries.ROLE, event.roleId(), "deleted role " + entry.role(event.roleId()));
    }

    @EventHandler
    void on(RolePermissionsChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        List<String> before = entry.permissions(event.roleId());
        String removed = missing(before, event.permissions());
        String added = missing(event.permissions(), before);
        String role = entry.role(event.roleId());
        String what;
        if (added.isEmpty()) {
            what = "removed permission(s) " + removed + " from role " + role;
        } else if (removed.isEmpty()) {
            what = "added permission(s) " + added + " to role " + role;
        } else {
            what = "removed permission(s) " + removed + " and added permission(s) " + added + " to role " + role;
        }
        entry.of("agent_role_permissions_changed", Entries.ROLE, event.roleId(), what);
    }

    private static String missing(List<String> some, List<String> others) {
        return String.join(
                ", ", some.stream().filter(each -> !others.contains(each)).toList());
    }
}
