package dev.patchbay.rest.caller;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.agent.AgentId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** An agent who calls; never prints the secret. */
public final class AgentCaller implements Actor {
    private final AgentId agent;
    private final long accountId;
    private final Set<String> permissions;
    private final String secret;

    public AgentCaller(AgentId agent, long accountId, Set<String> permissions, String secret) {
        this.agent = agent;
        this.accountId = accountId;
        this.permissions = Set.copyOf(permissions);
        this.secret = secret;
    }

    /** The agent who sent a request. */
    public static AgentCaller of(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof AgentCaller caller) {
            return caller;
        }
        throw Envelope.unauthorized();
    }

    public AgentId agent() {
        return agent;
    }

    public Set<String> permissions() {
        return permissions;
    }

    @Override
    public String kind() {
        return "agent";
    }

    @Override
    public long id() {
        return agent.value();
    }

    @Override
    public Scope scope() {
        return new Scope(accountId, null);
    }

    @Override
    public String secret() {
        return secret;
    }

    @Override
    public String name() {
        return agent.toString();
    }
}
