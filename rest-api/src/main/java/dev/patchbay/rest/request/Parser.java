package dev.patchbay.rest.request;

import dev.patchbay.shared.text.InvalidText;

/** Reads a text as a value of a type. */
@FunctionalInterface
public interface Parser<T> {
    T parse(String text) throws InvalidText;
}
