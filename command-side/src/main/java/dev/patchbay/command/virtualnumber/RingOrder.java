package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.operator.OperatorId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The operators of a number in the order in which they are rung, each once. */
record RingOrder(List<OperatorId> operators) {

    static final RingOrder EMPTY = new RingOrder(List.of());

    RingOrder {
        operators = List.copyOf(new LinkedHashSet<>(operators));
    }

    int size() {
        return operators.size();
    }

    boolean contains(OperatorId operator) {
        return operators.contains(operator);
    }

    RingOrder with(OperatorId last) {
        List<OperatorId> longer = new ArrayList<>(operators);
        longer.add(last);
        return new RingOrder(longer);
    }

    RingOrder without(OperatorId gone) {
        return new RingOrder(
                operators.stream().filter(operator -> !operator.equals(gone)).toList());
    }

    /** Those that the other order does not have. */
    List<OperatorId> notIn(RingOrder other) {
        Set<OperatorId> others = Set.copyOf(other.operators);
        return operators.stream().filter(operator -> !others.contains(operator)).toList();
    }
}
