package dev.patchbay.shared;

/** A fact: something that was decided and is stored for ever. Holds plain values only. */
public interface Event {}
