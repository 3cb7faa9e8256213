package dev.patchbay.shared.agent;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent may do.
 *
 * @param apiKey the first half of the pair that the agent acts with, or null for none
 */
public record AgentAuthority(
        long accountId, boolean enabled, @Nullable String apiKey, Set<String> permissions) {

    public AgentAuthority {
        permissions = Set.copyOf(permissions);
    }
}
