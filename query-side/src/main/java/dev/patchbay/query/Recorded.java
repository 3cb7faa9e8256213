package dev.patchbay.query;

import java.time.Instant;

/**
 * Where and when an event stands in the log.
 *
 * @param position its place in the whole log
 * @param version its place in the stream of its aggregate
 */
public record Recorded(long position, long version, Instant at) {}
