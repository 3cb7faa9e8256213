package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Line;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of a request that has many, recorded some lines at a time: what is wrong with one harms no other. */
final class Batch {
    private static final int MOST_ATTEMPTS = 5;

    private final Exchange exchange;
    private final Clock clock;
    private final Function<Throwable, Reply> failures;
    private final CalledThings called;
    private @Nullable Reply outage;

    Batch(Exchange exchange, Clock clock, Function<Throwable, Reply> failures) {
        this.exchange = exchange;
        this.clock = clock;
        this.failures = failures;
        this.called = new CalledThings(exchange);
    }

    /** What became of each line, in their order: all are recorded in one commit if nothing is against it. */
    List<LineResult> record(List<Line> lines) {
        for (int attempt = 1; ; attempt++) {
            if (outage != null) {
                return all(lines, outage);
            }
            try {
                Portion portion = Portion.of(lines, called, exchange, clock.instant());
                if (portion.decide()) {
                    return portion.results();
                }
                if (attempt == MOST_ATTEMPTS) {
                    return all(lines, Problem.crowded().reply());
                }
            } catch (RuntimeException refused) {
                Reply why = failures.apply(refused);
                if (why.status() >= 500) {
                    outage = why;
                    return all(lines, why);
                }
                if (lines.size() == 1) {
                    return all(lines, why);
                }
            }
            if (lines.size() > 1) {
                return lines.stream()
                        .flatMap(line -> record(List.of(line)).stream())
                        .toList();
            }
        }
    }

    private static List<LineResult> all(List<Line> lines, Reply reply) {
        return lines.stream().map(line -> LineResult.of(line, reply)).toList();
    }
}
