package dev.patchbay.shared.audit;

/** A value that is JSON already. */
public record JsonText(String text) {}
