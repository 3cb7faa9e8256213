package dev.patchbay.rest.team;

import static dev.patchbay.shared.role.AgentPermission.TEAMS_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.team.TeamCommand;
import dev.patchbay.shared.team.TeamCommand.DeleteTeam;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.team.TeamQuery.FindTeam;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import dev.patchbay.shared.team.TeamSummary;
import dev.patchbay.shared.team.TeamView;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Teams: agents who are given conversations together. */
@Controller
@RequestMapping("/api/v1/teams")
final class TeamController {

    @GetMapping
    @ForAgents(TEAMS_MANAGE)
    Reply list(Exchange exchange) {
        Found<List<TeamView>> found = all(exchange);
        return exchange.list(
                Reply.data(200, found.view().stream().map(TeamShape::of).toList()), found.position());
    }

    @GetMapping("/compact")
    @ForAgents
    Reply compact(Exchange exchange) {
        Found<List<TeamView>> found = all(exchange);
        List<TeamSummary> teams = found.view().stream()
                .map(team -> new TeamSummary(team.id(), team.name(), team.emoji()))
                .sorted(Comparator.comparing(TeamSummary::name))
                .toList();
        return exchange.list(Reply.data(200, teams), found.position());
    }

    private static Found<List<TeamView>> all(Exchange exchange) {
        return exchange.find(new ListTeams(exchange.scope().accountId(), exchange.moment()));
    }

    @GetMapping("/{id}")
    @ForAgents(TEAMS_MANAGE)
    Reply get(TeamId id, Exchange exchange) {
        return exchange.read(
                Kind.TEAM,
                Which.numbered(id.value()),
                find(id, exchange, exchange.moment()).as(TeamShape::of));
    }

    @PostMapping
    @ForAgents(TEAMS_MANAGE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    TeamFields fields = TeamFields.whole(exchange.members());
                    TeamId id = new TeamId(exchange.allocate(Kind.TEAM));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(id.value(), List.of(fields.creation(id, account)));
                },
                accepted -> exchange.show(
                        200,
                        find(new TeamId(accepted.result()), exchange, accepted.moment())
                                .as(TeamShape::of)));
    }

    @PutMapping("/{id}")
    @ForAgents(TEAMS_MANAGE)
    Reply replace(TeamId id, Exchange exchange) {
        return change(id, exchange, members -> TeamFields.whole(members).replacement(id));
    }

    @PatchMapping("/{id}")
    @ForAgents(TEAMS_MANAGE)
    Reply update(TeamId id, Exchange exchange) {
        return change(id, exchange, members -> TeamFields.changes(id, members));
    }

    @DeleteMapping("/{id}")
    @ForAgents(TEAMS_MANAGE)
    Reply delete(TeamId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        find(id, exchange, exchange.moment()).as(TeamShape::of),
                        id.value(),
                        List.of(new DeleteTeam(id))),
                accepted -> exchange.afterwards(query(id, exchange, accepted.moment()), Reply.data(200, true)));
    }

    private static Reply change(TeamId id, Exchange exchange, Function<Members, List<TeamCommand>> changes) {
        return exchange.write(
                () -> {
                    Found<TeamShape> found =
                            find(id, exchange, exchange.moment()).as(TeamShape::of);
                    return Intent.changing(id, found, id.value(), changes.apply(exchange.members()));
                },
                accepted ->
                        exchange.show(200, find(id, exchange, accepted.moment()).as(TeamShape::of)));
    }

    private static Found<TeamView> find(TeamId id, Exchange exchange, Moment moment) {
        return exchange.find(query(id, exchange, moment), () -> Envelope.problem(404, "Team not found"));
    }

    private static FindTeam query(TeamId id, Exchange exchange, Moment moment) {
        return new FindTeam(id.value(), exchange.scope().accountId(), moment);
    }
}
