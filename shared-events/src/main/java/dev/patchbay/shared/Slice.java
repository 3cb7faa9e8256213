package dev.patchbay.shared;

/**
 * A part of a list that begins anywhere.
 *
 * @param limit how many entries it has at most
 * @param offset how many entries come before it
 */
public record Slice(int limit, long offset) {}
