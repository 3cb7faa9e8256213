package dev.patchbay.shared.routing;

import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.commandhandling.RoutingKey;

/** Answers the next free turn of a virtual number (a {@code Long}), from 0. A turn that nobody takes may be answered again. */
public record AllocateTurn(@RoutingKey VirtualNumberId virtualNumber) {}
