package dev.patchbay.shared.call;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The call began or ended at another time than was recorded before; null while its end is not known. */
@Revision("1")
public record CallPeriodCorrected(
        long callId, Instant startedAt, @Nullable Instant endedAt) implements CallEvent {}
