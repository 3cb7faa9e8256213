package dev.patchbay.server.snapshot;

/**
 * An aggregate as it was after an event of its stream, in a form that can be kept.
 *
 * @param sequence the number of that event
 * @param eventId the identifier of that event, which is in one log only
 * @param aggregate the class of the aggregate
 * @param state what it held, as JSON
 */
record Snapshot(String stream, long sequence, String eventId, Class<?> aggregate, String state) {}
