package dev.patchbay.shared.agent;

import dev.patchbay.shared.Kind;

/** The number of an agent. */
public record AgentId(long value) {
    @Override
    public String toString() {
        return Kind.AGENT.stream(value);
    }
}
