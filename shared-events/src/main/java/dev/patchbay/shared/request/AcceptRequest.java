package dev.patchbay.shared.request;

import dev.patchbay.shared.Command;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Remembers that a request took effect; refused as repeated while an earlier acceptance is younger than 24 hours. */
public record AcceptRequest(@TargetAggregateIdentifier RequestKey id, String fingerprint, long result, Instant now)
        implements Command {}
