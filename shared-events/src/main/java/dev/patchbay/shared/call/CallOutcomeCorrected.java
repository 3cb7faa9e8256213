package dev.patchbay.shared.call;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The call had another status, or another operator had answered it, than was recorded before. */
@Revision("1")
public record CallOutcomeCorrected(
        long callId, String callStatus, @Nullable Long operatorId) implements CallEvent {}
