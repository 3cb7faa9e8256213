package dev.patchbay.rest.agent;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import dev.patchbay.shared.team.TeamView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles and teams of the caller's account, by their names, letter for letter. */
public record Assignments(Map<String, RoleId> roles, Map<String, TeamId> teams) {

    static Assignments of(Exchange exchange) {
        return of(exchange::ask, exchange.scope().accountId(), exchange.moment());
    }

    /** The same for whoever asks after the answer. */
    public static Assignments of(Questions questions, long account, Moment moment) {
        return of(questions::ask, account, moment);
    }

    private static Assignments of(Asking asking, long account, Moment moment) {
        return new Assignments(
                asking.ask(new ListRoles(account, moment)).found().orElseThrow().stream()
                        .collect(Collectors.toMap(RoleView::name, role -> new RoleId(role.id()))),
                asking.ask(new ListTeams(account, moment)).found().orElseThrow().stream()
                        .collect(Collectors.toMap(TeamView::name, team -> new TeamId(team.id()))));
    }

    /** A way to the query side. */
    private interface Asking {
        <T> Answer<T> ask(Query<T> query);
    }

    /** The roles of these names; a problem that names those that are none. */
    Set<RoleId> roles(List<String> names) {
        requireNone(unknown(names, roles), "role");
        return names.stream().map(roles::get).collect(Collectors.toSet());
    }

    /** The teams of these names; a problem that names those that are none. */
    Set<TeamId> teams(List<String> names) {
        requireNone(unknown(names, teams), "team");
        return names.stream().map(teams::get).collect(Collectors.toSet());
    }

    /** The names that mean nothing. */
    public static List<String> unknown(List<String> names, Map<String, ?> known) {
        return new LinkedHashSet<>(names)
                .stream().filter(name -> !known.containsKey(name)).toList();
    }

    private static void requireNone(List<String> unknown, String what) {
        if (!unknown.isEmpty()) {
            throw Envelope.problem(400, "Invalid " + what + "(s): " + String.join(", ", unknown));
        }
    }
}
