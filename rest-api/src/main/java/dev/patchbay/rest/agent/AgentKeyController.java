package dev.patchbay.rest.agent;

import static dev.patchbay.shared.role.AgentPermission.USERS_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Accepted;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.exchange.NewKeyPair;
import dev.patchbay.shared.agent.AgentCommand.IssueAgentKey;
import dev.patchbay.shared.agent.AgentCommand.RevokeAgentKey;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentView;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The key pairs of agents, one each. */
@Controller
@RequestMapping("/api/v1/agents/{id}/api-key")
final class AgentKeyController {
    private final Agents agents;
    private final AgentCredentials credentials;

    AgentKeyController(Agents agents, AgentCredentials credentials) {
        this.agents = agents;
        this.credentials = credentials;
    }

    @PostMapping
    @ForAgents(USERS_MANAGE)
    Reply issue(AgentId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<AgentShape> found = agents.find(id, exchange, Agents::unknown);
                    NewKeyPair pair = exchange.newKeyPair(id, found.version());
                    // Before it is issued, so that no pair that was answered is ever unknown.
                    credentials.store(id.value(), pair.apiKey(), pair.digest());
                    return Intent.changing(id, found, found.version(), List.of(new IssueAgentKey(id, pair.apiKey())));
                },
                accepted -> exchange.show(200, issued(id, exchange, accepted)));
    }

    @DeleteMapping
    @ForAgents(USERS_MANAGE)
    Reply revoke(AgentId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id, agents.find(id, exchange, Agents::unknown), id.value(), List.of(new RevokeAgentKey(id))),
                accepted -> exchange.afterwards(Agents.query(id, exchange, accepted.moment()), Reply.data(200, true)));
    }

    /** The pair, if it is the one that was issued: whoever issues their own one is another caller with it. */
    private static Found<NewKeyPair> issued(AgentId id, Exchange exchange, Accepted accepted) {
        NewKeyPair pair = exchange.newKeyPair(id, accepted.result());
        Found<AgentView> found = exchange.find(Agents.query(id, exchange, accepted.moment()), Agents::unknown);
        if (!pair.apiKey().equals(found.view().apiKey())) {
            throw Envelope.problem(409, "The secret was shown once and cannot be shown again");
        }
        return found.as(agent -> pair);
    }
}
