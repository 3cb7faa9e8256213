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
    private static final Reply UNWRITABLE = Problem.unavailable().reply();

    private final Exchange exchange;
    private final Clock clock;
    private final Function<Throwable, Reply> failures;
    private @Nullable Reply outage;

    Batch(Exchange exchange, Clock clock, Function<Throwable, Reply> failures) {
        this.exchange = exchange;
        this.clock = clock;
        this.failures = failures;
    }

    /** What became of each line, in their order: all are recorded in one commit if nothing is against it. */
    List<LineResult> record(List<Line> lines) {
        for (int attempt = 1; ; attempt++) {
            Portion portion = new Portion(lines, exchange, clock.instant());
            if (outage != null) {
                return portion.resultsOr(outage);
            }
            try {
                portion.prepare();
                if (portion.decide()) {
                    return portion.results();
                }
                if (attempt == MOST_ATTEMPTS) {
                    return portion.resultsOr(Problem.crowded().reply());
                }
            } catch (RuntimeException refused) {
                Reply why = failures.apply(refused);
                if (why.equals(UNWRITABLE)) {
                    outage = why;
                }
                if (why.status() >= 500 || lines.size() == 1) {
                    return portion.resultsOr(why);
                }
            }
            if (lines.size() > 1) {
                return lines.stream()
                        .flatMap(line -> record(List.of(line)).stream())
                        .toList();
            }
        }
    }
}
