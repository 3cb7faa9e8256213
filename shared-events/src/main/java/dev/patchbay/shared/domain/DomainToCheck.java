package dev.patchbay.shared.domain;

import java.time.Instant;

/** A domain whose records are to be looked up again. */
public record DomainToCheck(DomainView domain, Instant due) {}
