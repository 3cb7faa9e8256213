package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on attached operators are rung this way: priority, round_robin or simultaneous. */
@Revision("1")
public record RoutingStrategyChanged(long virtualNumberId, String routingStrategy) implements VirtualNumberEvent {}
