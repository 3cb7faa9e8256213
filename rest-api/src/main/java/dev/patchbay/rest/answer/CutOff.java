package dev.patchbay.rest.answer;

/** A part of an answer is on its way, and the rest will never come: only a connection that is cut tells the client. */
public final class CutOff extends RuntimeException {

    public CutOff(Throwable cause) {
        super("an answer could not be finished", cause);
    }
}
