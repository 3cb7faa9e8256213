package dev.patchbay.server.log;

/** An event, and its place in the log. */
public record PlacedEvent(long position, StoredEvent event) {}
