package dev.patchbay.rest.bus;

import dev.patchbay.rest.answer.NotYet;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Silence;
import dev.patchbay.shared.Unanswerable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the query side. */
@Component("querySide")
public final class Questions {
    /** The query side itself gives up when the views do not catch up; this is for when it says nothing at all. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final QueryGateway gateway;
    private final Duration patience;

    public Questions(QueryGateway gateway, ApiSettings settings) {
        this.gateway = gateway;
        this.patience = settings.catchUpTimeout().plus(SILENCE);
    }

    /**
     * Answers a query.
     *
     * @throws NotYet when the views did not reach the moment asked for in time
     * @throws Problem when the question cannot be answered as it was put
     */
    @SuppressWarnings({"rawtypes", "unchecked"}) // a query says what its answer holds, the bus does not
    public <T> Answer<T> ask(Query<T> query) {
        CompletableFuture<Answer> answer = gateway.query(query, ResponseTypes.instanceOf(Answer.class));
        try {
            return (Answer<T>) answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (Silence.isIn(e)) {
                throw Problem.unanswered();
            }
            throw Behind.in(e)
                    .<RuntimeException>map(behind -> new NotYet(behind.wanted()))
                    .or(() -> Unanswerable.in(e).map(why -> Problem.parameter(why.message())))
                    .orElseGet(() -> new IllegalStateException(
                            "no answer to " + query.getClass().getSimpleName(), e.getCause()));
        } catch (TimeoutException e) {
            throw Problem.timeout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.timeout();
        }
    }
}
