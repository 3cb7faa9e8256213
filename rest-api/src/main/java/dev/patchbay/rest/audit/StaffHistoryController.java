package dev.patchbay.rest.audit;

import static dev.patchbay.shared.role.AgentPermission.ROLES_MANAGE;
import static dev.patchbay.shared.role.AgentPermission.TEAMS_MANAGE;
import static dev.patchbay.shared.role.AgentPermission.USERS_MANAGE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.TeamId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What happened to one thing of the agents' API. */
@Controller
@RequestMapping("/api/v1")
final class StaffHistoryController {

    @GetMapping("/agents/{id}/history")
    @ForAgents(USERS_MANAGE)
    Reply history(AgentId id, Exchange exchange) {
        return Histories.history(Kind.AGENT, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/agents/{id}/diff")
    @ForAgents(USERS_MANAGE)
    Reply difference(AgentId id, Exchange exchange) {
        return Histories.difference(Kind.AGENT, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/teams/{id}/history")
    @ForAgents(TEAMS_MANAGE)
    Reply history(TeamId id, Exchange exchange) {
        return Histories.history(Kind.TEAM, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/teams/{id}/diff")
    @ForAgents(TEAMS_MANAGE)
    Reply difference(TeamId id, Exchange exchange) {
        return Histories.difference(Kind.TEAM, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/roles/{id}/history")
    @ForAgents(ROLES_MANAGE)
    Reply history(RoleId id, Exchange exchange) {
        return Histories.history(Kind.ROLE, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/roles/{id}/diff")
    @ForAgents(ROLES_MANAGE)
    Reply difference(RoleId id, Exchange exchange) {
        return Histories.difference(Kind.ROLE, Which.numbered(id.value()), exchange);
    }
}
