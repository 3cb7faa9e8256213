package dev.patchbay.shared.role;

import java.util.EnumSet;
import java.util.Set;

/** The roles that every account has from its beginning. */
public enum BuiltInRole {
    ADMIN("Admin", "May do everything.", EnumSet.complementOf(EnumSet.of(AgentPermission.MESSAGES_WRITE_AS_CONTACT))),
    AGENT(
            "Agent",
            "May work on conversations.",
            EnumSet.of(
                    AgentPermission.CONVERSATIONS_READ_ALL,
                    AgentPermission.CONVERSATIONS_READ_UNASSIGNED,
                    AgentPermission.CONVERSATIONS_READ_ASSIGNED,
                    AgentPermission.CONVERSATIONS_READ_TEAM_INBOX,
                    AgentPermission.CONVERSATIONS_READ_TEAM_ALL,
                    AgentPermission.CONVERSATIONS_READ,
                    AgentPermission.CONVERSATIONS_UPDATE_USER_ASSIGNEE,
                    AgentPermission.CONVERSATIONS_UPDATE_TEAM_ASSIGNEE,
                    AgentPermission.CONVERSATIONS_UPDATE_PRIORITY,
                    AgentPermission.CONVERSATIONS_UPDATE_STATUS,
                    AgentPermission.CONVERSATIONS_UPDATE_TAGS,
                    AgentPermission.MESSAGES_READ,
                    AgentPermission.MESSAGES_WRITE,
                    AgentPermission.VIEW_MANAGE));

    private final String title;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final Set<AgentPermission> permissions;

    BuiltInRole(String title, String description, Set<AgentPermission> permissions) {
        this.title = title;
        this.description = description;
        this.permissions = Set.copyOf(permissions);
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Set<AgentPermission> permissions() {
        return permissions;
    }
}
