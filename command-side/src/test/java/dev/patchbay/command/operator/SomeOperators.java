package dev.patchbay.command.operator;

import dev.patchbay.shared.operator.OperatorId;
import java.util.Set;

/** Operators that a test says are there, all in one account. */
public record SomeOperators(long account, Set<OperatorId> there) implements Operators {

    public static SomeOperators of(long account, OperatorId... there) {
        return new SomeOperators(account, Set.of(there));
    }

    @Override
    public boolean isThere(OperatorId operator, long asking) {
        return asking == account && there.contains(operator);
    }
}
