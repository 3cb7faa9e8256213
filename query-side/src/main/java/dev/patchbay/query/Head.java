package dev.patchbay.query;

/** Where the log ends. */
@FunctionalInterface
public interface Head {

    /** The position of the last event that is committed; 0, or less, for an empty log. */
    long position();
}
