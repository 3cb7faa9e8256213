package dev.patchbay.server.axonserver;

import dev.patchbay.shared.Silence;
import java.util.concurrent.CompletableFuture;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;

/**
 * Has the queries answered that others send to this process. They still do for a moment when it ends and answers nothing any more; then
 * they are told so, and ask another.
 */
final class LocalQueryBus extends SimpleQueryBus {

    LocalQueryBus(MessageMonitor<? super QueryMessage<?, ?>> monitor, QueryUpdateEmitter emitter) {
        super(SimpleQueryBus.builder().messageMonitor(monitor).queryUpdateEmitter(emitter));
    }

    /** An answer that says why there is none: the failure itself would reach others without its meaning. */
    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return super.query(query)
                .exceptionallyCompose(failure -> isOfNobody(failure)
                        ? CompletableFuture.completedFuture(silence(query, failure))
                        : CompletableFuture.failedFuture(failure));
    }

    private static boolean isOfNobody(Throwable failure) {
        return failure instanceof NoHandlerForQueryException
                || failure.getCause() instanceof NoHandlerForQueryException;
    }

    private static <R> QueryResponseMessage<R> silence(QueryMessage<?, R> query, Throwable failure) {
        return new GenericQueryResponseMessage<>(
                query.getResponseType().responseMessagePayloadType(), new Silence("this process ends", failure));
    }
}
