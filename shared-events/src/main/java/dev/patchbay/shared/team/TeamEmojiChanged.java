package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** From now on this stands for the team; null when nothing does. */
@Revision("1")
public record TeamEmojiChanged(long teamId, @Nullable String emoji) implements TeamEvent {}
