package dev.patchbay.rest.agent.imports;

import dev.patchbay.rest.agent.Assignments;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An agent as a row says. */
record Newcomer(EmailAddress email, PersonName name, Set<RoleId> roles, Set<TeamId> teams) {

    /**
     * Reads a row.
     *
     * @throws InvalidText that says what is wrong with it
     */
    static Newcomer of(Row row, Assignments assignments) throws InvalidText {
        if (row.isBroken()) {
            throw new InvalidText("invalid row");
        }
        List<String> missing = row.missing();
        if (!missing.isEmpty()) {
            throw new InvalidText("missing required fields: " + String.join(", ", missing));
        }
        EmailAddress email = email(row);
        PersonName name = new PersonName(part(row, "first_name"), part(row, "last_name"));
        List<String> roles = row.list("roles");
        if (roles.isEmpty()) {
            throw new InvalidText("at least one role required");
        }
        return new Newcomer(
                email,
                name,
                known("role", roles, assignments.roles()),
                known("team", row.list(Format.TEAMS), assignments.teams()));
    }

    CreateAgent creation(AgentId id, AccountId account) {
        return new CreateAgent(id, account, email, name, true, roles, teams);
    }

    private static EmailAddress email(Row row) throws InvalidText {
        try {
            return EmailAddress.parse(row.cell("email").toLowerCase(Locale.ROOT));
        } catch (InvalidText e) {
            throw new InvalidText("invalid email");
        }
    }

    private static String part(Row row, String column) throws InvalidText {
        try {
            return PersonName.part(row.cell(column));
        } catch (InvalidText e) {
            throw new InvalidText("invalid " + column);
        }
    }

    private static <T> Set<T> known(String what, List<String> names, Map<String, T> known) throws InvalidText {
        List<String> unknown = Assignments.unknown(names, known);
        if (!unknown.isEmpty()) {
            throw new InvalidText("invalid " + what + "(s): " + String.join(", ", unknown));
        }
        return names.stream().map(known::get).collect(Collectors.toSet());
    }
}
