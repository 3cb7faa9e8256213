package dev.patchbay.shared.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain as it is answered.
 *
 * @param findings what the last look-up came to; null before the first
 * @param status one of the words of {@link DomainStatus}
 */
public record DomainView(
        long number,
        UUID uuid,
        long accountId,
        DomainName name,
        String status,
        DnsRecords records,
        @Nullable Findings findings,
        Instant createdAt,
        Instant updatedAt) {}
