package dev.patchbay.shared.call;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on this sums up what was said; null when nothing does. */
@Revision("1")
public record TranscriptSummarized(
        long callId, @Nullable @Personal String transcriptSummary) implements CallEvent {}
