package dev.patchbay.rest.request;

/** A position of the log, as a path names it. */
public record Position(long value) {}
