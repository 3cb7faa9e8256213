package dev.patchbay.rest.agent;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.AssignTeams;
import dev.patchbay.shared.agent.AgentCommand.ChangeAgentEmail;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.DisableAgent;
import dev.patchbay.shared.agent.AgentCommand.EnableAgent;
import dev.patchbay.shared.agent.AgentCommand.RenameAgent;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.Availability;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body says about an agent; null where it says nothing. */
record AgentFields(
        @Nullable EmailAddress email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Set<RoleId> roles,
        @Nullable Set<TeamId> teams,
        @Nullable Boolean enabled,
        @Nullable Availability availability,
        boolean welcome) {

    /** All of an agent: what must be there is, and what is not said is as good as nothing. */
    static AgentFields whole(Members members, Assignments assignments) {
        EmailAddress email = email(members).orElseThrow(() -> Envelope.empty("email"));
        List<String> roles = roleNames(members).orElseThrow(() -> Envelope.empty("role"));
        String firstName = name(members, "first_name").orElseThrow(() -> Envelope.empty("first_name"));
        return new AgentFields(
                email,
                firstName,
                name(members, "last_name").orElse(""),
                assignments.roles(roles),
                assignments.teams(members.texts("teams").orElse(List.of())),
                members.flag("enabled").orElse(null),
                availability(members),
                members.flag("send_welcome_email").orElse(false));
    }

    /** What is to become of an agent; all else stays. */
    static AgentFields part(Members members, Assignments assignments) {
        return new AgentFields(
                members.has("email") ? email(members).orElseThrow(() -> Envelope.empty("email")) : null,
                members.has("first_name")
                        ? name(members, "first_name").orElseThrow(() -> Envelope.empty("first_name"))
                        : null,
                members.has("last_name") ? name(members, "last_name").orElse("") : null,
                members.has("roles") || members.has("role")
                        ? assignments.roles(roleNames(members).orElseThrow(() -> Envelope.empty("role")))
                        : null,
                members.texts("teams").map(assignments::teams).orElse(null),
                members.flag("enabled").orElse(null),
                availability(members),
                members.flag("send_welcome_email").orElse(false));
    }

    CreateAgent creation(AgentId id, AccountId account) {
        return new CreateAgent(
                id,
                account,
                there(email),
                new PersonName(there(firstName), there(lastName)),
                enabled == null || enabled,
                there(roles),
                there(teams));
    }

    /** What makes the agent as the body says, all of it: who is not said to be enabled is not. */
    List<AgentCommand> replacement(AgentId id) {
        return new AgentFields(
                        email, firstName, lastName, roles, teams, Boolean.TRUE.equals(enabled), availability, welcome)
                .changes(id);
    }

    List<AgentCommand> changes(AgentId id) {
        List<AgentCommand> changes = new ArrayList<>();
        if (email != null) {
            changes.add(new ChangeAgentEmail(id, email));
        }
        if (firstName != null || lastName != null) {
            changes.add(new RenameAgent(id, firstName, lastName));
        }
        if (enabled != null) {
            changes.add(enabled ? new EnableAgent(id) : new DisableAgent(id));
        }
        if (roles != null) {
            changes.add(new AssignRoles(id, roles));
        }
        if (teams != null) {
            changes.add(new AssignTeams(id, teams));
        }
        if (availability != null) {
            changes.add(new ChangeAvailability(id, availability, false));
        }
        return changes;
    }

    private static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("only a part of an agent was read");
        }
        return value;
    }

    private static Optional<EmailAddress> email(Members members) {
        return members.text("email").filter(text -> !text.isBlank()).map(AgentFields::email);
    }

    static EmailAddress email(String text) {
        try {
            return EmailAddress.parse(text.toLowerCase(Locale.ROOT));
        } catch (InvalidText e) {
            throw Envelope.problem(400, "Invalid email address");
        }
    }

    private static Optional<String> name(Members members, String name) {
        return members.text(name, PersonName::part);
    }

    /** At least one; many count more than one, which must be a text even so. */
    private static Optional<List<String>> roleNames(Members members) {
        Optional<String> role = members.text("role");
        return members.has("roles")
                ? members.texts("roles").filter(names -> !names.isEmpty())
                : role.filter(name -> !name.isBlank()).map(List::of);
    }

    private static @Nullable Availability availability(Members members) {
        return members.text("availability_status")
                .filter(word -> !word.isEmpty())
                .map(word -> Availability.of(word).orElseThrow(() -> Envelope.invalid("availability_status")))
                .orElse(null);
    }
}
