package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers and operators that calls may be of, each looked up once: also those that are gone by now. */
final class CalledThings {
    private final Exchange exchange;
    private final Map<Long, Optional<CalledNumber>> numbers = new HashMap<>();
    private final Map<Long, Boolean> operators = new HashMap<>();

    CalledThings(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A number.
     *
     * @throws Problem when the caller can see none of that id, and never could
     */
    CalledNumber number(long id) {
        return numbers.computeIfAbsent(
                        id,
                        any -> exchange.ask(new FindCalledNumber(id, exchange.scope(), exchange.moment()))
                                .found())
                .orElseThrow(Problem::notFound);
    }

    /**
     * Looks for an operator.
     *
     * @throws Problem when the caller can see none of that id, and never could
     */
    void requireOperator(long id) {
        if (!operators.computeIfAbsent(
                id,
                any -> exchange.ask(new FindCalledOperator(id, exchange.scope(), exchange.moment()))
                        .found()
                        .isPresent())) {
            throw Problem.notFound();
        }
    }
}
