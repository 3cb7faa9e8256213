package dev.patchbay.shared.role;

import java.util.Arrays;
import java.util.Optional;

/** What a role may permit its agents. */
public enum AgentPermission {
    CONVERSATIONS_READ_ALL("conversations:read_all"),
    CONVERSATIONS_READ_UNASSIGNED("conversations:read_unassigned"),
    CONVERSATIONS_READ_ASSIGNED("conversations:read_assigned"),
    CONVERSATIONS_READ_TEAM_INBOX("conversations:read_team_inbox"),
    CONVERSATIONS_READ_TEAM_ALL("conversations:read_team_all"),
    CONVERSATIONS_READ("conversations:read"),
    CONVERSATIONS_WRITE("conversations:write"),
    CONVERSATIONS_UPDATE_USER_ASSIGNEE("conversations:update_user_assignee"),
    CONVERSATIONS_UPDATE_TEAM_ASSIGNEE("conversations:update_team_assignee"),
    CONVERSATIONS_UPDATE_PRIORITY("conversations:update_priority"),
    CONVERSATIONS_UPDATE_STATUS("conversations:update_status"),
    CONVERSATIONS_UPDATE_TAGS("conversations:update_tags"),
    MESSAGES_READ("messages:read"),
    MESSAGES_WRITE("messages:write"),
    MESSAGES_WRITE_AS_CONTACT("messages:write_as_contact"),
    CONTACTS_READ_ALL("contacts:read_all"),
    CONTACTS_READ("contacts:read"),
    CONTACTS_WRITE("contacts:write"),
    CONTACTS_BLOCK("contacts:block"),
    CONTACT_NOTES_READ("contact_notes:read"),
    CONTACT_NOTES_WRITE("contact_notes:write"),
    CONTACT_NOTES_DELETE("contact_notes:delete"),
    VIEW_MANAGE("view:manage"),
    SHARED_VIEWS_MANAGE("shared_views:manage"),
    STATUS_MANAGE("status:manage"),
    TAGS_MANAGE("tags:manage"),
    MACROS_MANAGE("macros:manage"),
    USERS_MANAGE("users:manage"),
    TEAMS_MANAGE("teams:manage"),
    AUTOMATIONS_MANAGE("automations:manage"),
    INBOXES_MANAGE("inboxes:manage"),
    ROLES_MANAGE("roles:manage"),
    WEBHOOKS_MANAGE("webhooks:manage"),
    CONTEXT_LINKS_MANAGE("context_links:manage"),
    TEMPLATES_MANAGE("templates:manage"),
    REPORTS_MANAGE("reports:manage"),
    BUSINESS_HOURS_MANAGE("business_hours:manage"),
    SLA_MANAGE("sla:manage"),
    GENERAL_SETTINGS_MANAGE("general_settings:manage"),
    NOTIFICATION_SETTINGS_MANAGE("notification_settings:manage"),
    OIDC_MANAGE("oidc:manage"),
    AI_MANAGE("ai:manage"),
    CUSTOM_ATTRIBUTES_MANAGE("custom_attributes:manage"),
    ACTIVITY_LOGS_MANAGE("activity_logs:manage");

    private final String word;

    AgentPermission(String word) {
        this.word = word;
    }

    /** As it is written in events and answers. */
    public String word() {
        return word;
    }

    /** The permission written like this. */
    public static Optional<AgentPermission> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
