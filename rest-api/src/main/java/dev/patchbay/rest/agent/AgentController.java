package dev.patchbay.rest.agent;

import static dev.patchbay.shared.role.AgentPermission.USERS_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.DeleteAgent;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.agent.AgentSummary;
import dev.patchbay.shared.mail.MailId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Agents: the people who work on conversations. */
@Controller
@RequestMapping("/api/v1/agents")
final class AgentController {
    private final Agents agents;
    private final WelcomeLetter welcome;

    AgentController(Agents agents, WelcomeLetter welcome) {
        this.agents = agents;
        this.welcome = welcome;
    }

    @GetMapping
    @ForAgents(USERS_MANAGE)
    Reply list(Exchange exchange) {
        return list(exchange, null);
    }

    @GetMapping("/compact")
    @ForAgents
    Reply compact(Exchange exchange) {
        return list(exchange, Comparator.comparingLong(AgentSummary::id));
    }

    @GetMapping("/{id}")
    @ForAgents(USERS_MANAGE)
    Reply get(AgentId id, Exchange exchange) {
        return exchange.read(Kind.AGENT, Which.numbered(id.value()), agents.shown(id, exchange, exchange.moment()));
    }

    @PostMapping
    @ForAgents(USERS_MANAGE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    AgentFields fields = AgentFields.whole(exchange.members(), Assignments.of(exchange));
                    AgentId id = new AgentId(exchange.allocate(Kind.AGENT));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    CreateAgent creation = fields.creation(id, account);
                    return Intent.making(
                            id.value(),
                            fields.welcome()
                                    ? List.of(creation, welcome.to(creation, new MailId(exchange.allocate(Kind.MAIL))))
                                    : List.of(creation));
                },
                accepted ->
                        exchange.show(200, agents.shown(new AgentId(accepted.result()), exchange, accepted.moment())));
    }

    @PutMapping("/{id}")
    @ForAgents(USERS_MANAGE)
    Reply replace(AgentId id, Exchange exchange) {
        return change(
                id,
                exchange,
                assignments ->
                        AgentFields.whole(exchange.members(), assignments).replacement(id));
    }

    @PatchMapping("/{id}")
    @ForAgents(USERS_MANAGE)
    Reply update(AgentId id, Exchange exchange) {
        return change(
                id,
                exchange,
                assignments -> AgentFields.part(exchange.members(), assignments).changes(id));
    }

    @DeleteMapping("/{id}")
    @ForAgents(USERS_MANAGE)
    Reply delete(AgentId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    if (id.equals(exchange.agent().agent())) {
                        throw Envelope.problem(400, "You cannot delete yourself");
                    }
                    Found<AgentShape> found = agents.find(id, exchange, () -> Envelope.problem(404, "Not found"));
                    return Intent.changing(id, found, id.value(), List.of(new DeleteAgent(id)));
                },
                accepted -> exchange.afterwards(Agents.query(id, exchange, accepted.moment()), Reply.data(200, true)));
    }

    private Reply change(AgentId id, Exchange exchange, Function<Assignments, List<AgentCommand>> changes) {
        return exchange.write(
                () -> {
                    Found<AgentShape> found = agents.find(id, exchange, Agents::unknown);
                    return Intent.changing(id, found, id.value(), changes.apply(Assignments.of(exchange)));
                },
                accepted -> exchange.show(200, agents.shown(id, exchange, accepted.moment())));
    }

    /** Those that changed last come first, unless another order is wanted. */
    private static Reply list(Exchange exchange, @Nullable Comparator<AgentSummary> order) {
        Found<List<AgentSummary>> found =
                exchange.find(new ListAgents(exchange.scope().accountId(), exchange.moment()));
        var entries = found.view().stream();
        return exchange.list(
                Reply.data(
                        200,
                        (order == null ? entries : entries.sorted(order))
                                .map(CompactAgentShape::of)
                                .toList()),
                found.position());
    }
}
