package dev.patchbay.shared.routing;

import dev.patchbay.shared.Event;
import org.axonframework.serialization.Revision;

/** From now on the way of the call through the virtual number is what was decided at this turn, and nothing else. */
@Revision("1")
public record LegBegun(long virtualNumberId, long callId, long turn) implements Event {}
