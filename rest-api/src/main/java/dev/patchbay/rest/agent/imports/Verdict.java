package dev.patchbay.rest.agent.imports;

import org.jspecify.annotations.Nullable;

/**
 * Whether a row is an agent.
 *
 * @param newcomer null when it is none
 * @param against why not
 */
record Verdict(Row row, @Nullable Newcomer newcomer, String against) {

    static Verdict against(Row row, String why) {
        return new Verdict(row, null, why);
    }

    static Verdict of(Row row, Newcomer newcomer) {
        return new Verdict(row, newcomer, "");
    }
}
