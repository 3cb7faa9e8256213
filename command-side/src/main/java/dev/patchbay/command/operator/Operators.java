package dev.patchbay.command.operator;

import dev.patchbay.shared.operator.OperatorId;

/** The operators that other decisions depend on. */
public interface Operators {

    /** Refuses as not found unless the account has this operator, and keeps it from being deleted until the commit. */
    void requireThere(OperatorId operator, long account);
}
