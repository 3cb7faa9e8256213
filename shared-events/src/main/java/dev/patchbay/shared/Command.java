package dev.patchbay.shared;

/** Something one may ask of one aggregate; it is decided by that aggregate alone. */
public interface Command {

    /** The aggregate that decides; its text form is the identifier of the stream in the log. */
    Object id();
}
