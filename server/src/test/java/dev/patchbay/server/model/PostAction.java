package dev.patchbay.server.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What somebody does.
 *
 * @param which of all that there ever were of the kind
 * @param other of all assistants that there ever were; none when it is 0
 */
record PostAction(What what, int which, int other, String word) {

    /** What can be done. */
    enum What {
        ADD_DOMAIN,
        PUBLISH,
        WITHDRAW,
        VERIFY,
        DELETE_DOMAIN,
        MAKE_ASSISTANT,
        RENAME_ASSISTANT,
        DELETE_ASSISTANT,
        CREATE,
        CREATE_AT_ONCE,
        RENAME,
        RENAME_IF_SEEN,
        RENAME_IF_FORGOTTEN,
        LINK,
        SUSPEND,
        RESUME,
        SEND,
        DELETE
    }

    static Arbitrary<PostAction> any() {
        Arbitrary<What> often = Arbitraries.of(What.CREATE, What.VERIFY, What.PUBLISH, What.LINK);
        Arbitrary<What> sending = Arbitraries.of(What.SUSPEND, What.RESUME, What.SEND);
        Arbitrary<What> what = Arbitraries.oneOf(Arbitraries.of(What.class), often, sending);
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> other = Arbitraries.integers().between(0, 3);
        return Combinators.combine(what, index, other, Arbitraries.of("ada", "bob"))
                .as(PostAction::new);
    }
}
