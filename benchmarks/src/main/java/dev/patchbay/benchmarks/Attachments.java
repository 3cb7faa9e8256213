package dev.patchbay.benchmarks;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Attaches all operators to one number after the other, until no number is left. */
final class Attachments implements Load.Requests {

    private final Account account;
    private final Queue<Long> numbers;
    private final List<Long> operators;
    private Iterator<Long> remaining = Collections.emptyIterator();
    private long number;

    Attachments(Account account, Queue<Long> numbers, List<Long> operators) {
        this.account = account;
        this.numbers = numbers;
        this.operators = operators;
    }

    @Override
    public @Nullable Request next() {
        if (!remaining.hasNext()) {
            Long next = numbers.poll();
            if (next == null) {
                return null;
            }
            number = next;
            remaining = operators.iterator();
        }
        return account.attachment(number, remaining.next());
    }
}
