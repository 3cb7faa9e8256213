package dev.patchbay.rest.agent.imports;

/** A file is no table of agents. */
final class InvalidTable extends Exception {
    InvalidTable() {
        super("no table of agents", null, false, false);
    }
}
