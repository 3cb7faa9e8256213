package dev.patchbay.server.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Something that is asked about agents, teams or roles.
 *
 * @param which a thing of its kind, by its place among those that there are
 * @param name one of few names, so that they clash
 * @param choice which roles, teams, permissions or availability, as the bits of a number
 */
record StaffAction(What what, int which, int name, int choice) {

    enum What {
        TAKE_IN,
        REPLACE,
        CHANGE,
        DELETE_AGENT,
        ISSUE_KEYS,
        REVOKE_KEYS,
        SAY_AVAILABILITY,
        MAKE_TEAM,
        RENAME_TEAM,
        DELETE_TEAM,
        MAKE_ROLE,
        CHANGE_ROLE,
        DELETE_ROLE
    }

    static Arbitrary<StaffAction> any() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 31))
                .as(StaffAction::new);
    }
}
