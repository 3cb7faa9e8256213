package dev.patchbay.command.operator;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorId;

/** The operators that other decisions depend on. */
public interface Operators {

    /** Whether the account has this operator; keeps one that is there from being deleted until the commit. */
    boolean isThere(OperatorId operator, long account);

    /** Refuses as not found unless it is there. */
    default void requireThere(OperatorId operator, long account) {
        if (!isThere(operator, account)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, operator + " is not there");
        }
    }
}
