package dev.patchbay.server.fault;

import java.util.Optional;

/** Something that goes wrong while clients write. */
interface Fault {

    /** What it is called in the table. */
    String title();

    /** Why it cannot be had there; empty when it can. */
    default Optional<String> missing(Deployment deployment) {
        return Optional.empty();
    }

    /** Lets it happen and pass: when it returns everything runs again. Answers how often it happened. */
    int strike(Scene scene) throws Exception;
}
