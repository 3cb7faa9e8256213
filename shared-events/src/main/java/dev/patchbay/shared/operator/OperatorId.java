package dev.patchbay.shared.operator;

import dev.patchbay.shared.Kind;

/** The number of an operator. */
public record OperatorId(long value) {
    @Override
    public String toString() {
        return Kind.OPERATOR.stream(value);
    }
}
