package dev.patchbay.shared.domain;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The records of the domain were looked up, and this was found.
 *
 * @param domainStatus what the domain is from now on: pending, verified or failed
 * @param lookedUpAt when the look-up began, or a later one that was faster and whose answers stand
 * @param nextCheckAt when they are looked up again; null for only when somebody asks
 */
@Revision("1")
public record DomainChecked(
        long domainId,
        String ownership,
        String spf,
        String dkim,
        String mx,
        String domainStatus,
        Instant lookedUpAt,
        @Nullable Instant nextCheckAt)
        implements DomainEvent {}
