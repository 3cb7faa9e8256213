package dev.patchbay.shared.call;

import dev.patchbay.shared.Personal;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A call of the virtual number became known, while it rang or after.
 *
 * @param externalId what the system that carried it knows it by; unique for the number
 * @param phoneNumber the other party in E.164 form; null when withheld
 * @param callDuration in seconds
 * @param operatorId who answered, if an operator did
 */
@Revision("1")
public record CallRecorded(
        long callId,
        long accountId,
        long virtualNumberId,
        @Nullable String externalId,
        String direction,
        @Nullable @Personal String phoneNumber,
        @Nullable @Personal String callerName,
        String callStatus,
        long callDuration,
        @Nullable Long operatorId,
        boolean aiHandled,
        @Nullable @Personal String transcriptSummary,
        Instant startedAt,
        @Nullable Instant endedAt)
        implements CallEvent {}
