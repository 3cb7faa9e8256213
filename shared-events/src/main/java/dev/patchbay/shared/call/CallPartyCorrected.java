package dev.patchbay.shared.call;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The other party was another than was recorded before; null where it is not known. */
@Revision("1")
public record CallPartyCorrected(
        long callId,
        @Nullable @Personal String phoneNumber,
        @Nullable @Personal String callerName) implements CallEvent {}
