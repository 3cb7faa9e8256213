package dev.patchbay.rest.mail;

/** Where mail of the installation leaves it. */
@FunctionalInterface
public interface Outbox {

    /** Whether there is a mail server at all. */
    boolean isConfigured();
}
