package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on transcription is helped by these words; null when there are none. */
@Revision("1")
public record TranscriptionHintsChanged(
        long projectId, @Nullable String transcriptionHints) implements ProjectEvent {}
