package dev.patchbay.server.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that is asked about agents, teams or roles, or a while in which nothing is.
 *
 * @param which a thing of its kind, by its place among those that there are
 * @param name one of few names, so that they clash
 * @param choice which roles, teams, permissions, availability or part, as the bits of a number
 * @param by who asks: mostly the administrator, else an agent with keys, by the place among those
 */
record StaffAction(What what, int which, int name, int choice, int by) {

    static final int ADMINISTRATOR = -1;

    enum What {
        TAKE_IN,
        REPLACE,
        CHANGE,
        DELETE_AGENT,
        ISSUE_KEYS,
        REVOKE_KEYS,
        SAY_AVAILABILITY,
        LET_TIME_PASS,
        MAKE_TEAM,
        RENAME_TEAM,
        DELETE_TEAM,
        MAKE_ROLE,
        CHANGE_ROLE,
        DELETE_ROLE
    }

    static Arbitrary<StaffAction> any() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.of(What.class)),
                                Tuple.of(1, Arbitraries.of(What.SAY_AVAILABILITY, What.ISSUE_KEYS, What.TAKE_IN))),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 31),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(ADMINISTRATOR)),
                                Tuple.of(1, Arbitraries.integers().between(0, 11))))
                .as(StaffAction::new);
    }
}
