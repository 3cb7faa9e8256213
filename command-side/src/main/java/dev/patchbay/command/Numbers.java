package dev.patchbay.command;

import dev.patchbay.shared.Kind;

/** The numbers that things of a kind go by, one after the other from 1. */
public interface Numbers {

    /** A number that was not given out before, except for a few after a crash or a race, and is not below another. */
    long next(Kind kind, long atLeast);
}
