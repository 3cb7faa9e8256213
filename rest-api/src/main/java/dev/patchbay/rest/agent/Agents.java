package dev.patchbay.rest.agent;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.FindAgent;
import dev.patchbay.shared.agent.AgentView;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The agents of the caller's account, with what is known about them outside of the log. */
@Component
final class Agents {
    private final AgentCredentials credentials;

    Agents(AgentCredentials credentials) {
        this.credentials = credentials;
    }

    static FindAgent query(AgentId id, Exchange exchange, Moment moment) {
        return new FindAgent(id.value(), exchange.scope().accountId(), moment);
    }

    static Problem unknown() {
        return Envelope.problem(404, "User not found");
    }

    /** One of them, as it is answered, or that there is none. */
    Found<AgentShape> find(AgentId id, Exchange exchange, Supplier<Problem> otherwise) {
        return exchange.find(query(id, exchange, exchange.moment()), otherwise).as(this::shape);
    }

    /** One of them as of a moment, as it is answered. */
    Found<AgentShape> shown(AgentId id, Exchange exchange, Moment moment) {
        return exchange.find(query(id, exchange, moment), Agents::unknown).as(this::shape);
    }

    AgentShape shape(AgentView agent) {
        String apiKey = agent.apiKey();
        return AgentShape.of(
                agent,
                credentials.lastActive(agent.id(), null).orElse(null),
                apiKey == null
                        ? null
                        : credentials.lastActive(agent.id(), apiKey).orElse(null));
    }
}
