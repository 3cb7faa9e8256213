package dev.patchbay.shared.call;

import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.text.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that is different about a call from what was known. */
public sealed interface CallChange {

    record Direction(CallDirection to) implements CallChange {}

    /** Null when the number is withheld. */
    record OtherParty(@Nullable PhoneNumber to) implements CallChange {}

    record CallerName(@Nullable String to) implements CallChange {}

    record Status(CallStatus to) implements CallChange {}

    /** In seconds. */
    record Length(long to) implements CallChange {}

    /** Null when no operator answered. */
    record AnsweredBy(@Nullable OperatorId to) implements CallChange {}

    record AiHandled(boolean to) implements CallChange {}

    record TranscriptSummary(@Nullable String to) implements CallChange {}

    record StartedAt(Instant to) implements CallChange {}

    /** Null while the end is not known. */
    record EndedAt(@Nullable Instant to) implements CallChange {}
}
