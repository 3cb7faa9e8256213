package dev.patchbay.shared.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call.
 *
 * @param phoneNumber the other party in E.164 form; null when withheld
 * @param callDuration in seconds
 * @param operatorId who answered, if an operator did
 */
public record CallView(
        long id,
        long virtualNumberId,
        @Nullable String externalId,
        String direction,
        @Nullable String phoneNumber,
        @Nullable String callerName,
        String callStatus,
        long callDuration,
        @Nullable Long operatorId,
        boolean aiHandled,
        @Nullable String transcriptSummary,
        Instant startedAt,
        @Nullable Instant endedAt) {}
