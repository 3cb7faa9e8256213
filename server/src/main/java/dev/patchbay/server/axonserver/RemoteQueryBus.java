package dev.patchbay.server.axonserver;

import dev.patchbay.query.Progress;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Silence;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.lifecycle.ShutdownInProgressException;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/**
 * Has queries answered by one after the other of the processes that Axon Server knows for that. None of them answers from further back
 * than what this process was answered from before, so that nothing that was seen is gone again.
 */
final class RemoteQueryBus extends AxonServerQueryBus {

    /** In the metadata of what another process asks: the position that the answer comes from at least, unless it says exactly which. */
    private static final String AT_LEAST = "at_least";

    private final AxonServer server;
    private final Wire wire;
    private final boolean answering;
    private final Duration patience;
    private final AtomicLong seen = new AtomicLong();

    /**
     * @param answering whether this process answers itself, so that it asks no other
     * @param patience how long another may take until one more is asked
     */
    RemoteQueryBus(Builder builder, AxonServer server, Wire wire, boolean answering, Duration patience) {
        super(builder);
        this.server = server;
        this.wire = wire;
        this.answering = answering;
        this.patience = patience;
    }

    /** Has who answers another process wait for what that has seen, and send no more than a message can hold. */
    static MessageHandlerInterceptor<QueryMessage<?, ?>> answering(Progress progress, Wire wire) {
        return (work, chain) -> {
            QueryMessage<?, ?> query = work.getMessage();
            if (!(query.getMetaData().get(AT_LEAST) instanceof Number position)) {
                return chain.proceed();
            }
            if (query.getPayload() instanceof Query<?> asked && asked.moment().exactly() == null) {
                long unused = progress.await(Moment.atLeast(position.longValue()));
            }
            return wire.written((Answer<?>) chain.proceed());
        };
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        if (answering) {
            return super.query(query);
        }
        return attempt(query)
                .thenCompose(response -> isSilence(response) && !server.isAway()
                        // Of another: the one that was asked may have died meanwhile.
                        ? attempt(new GenericQueryMessage<>(
                                        query.getPayload(), query.getQueryName(), query.getResponseType())
                                .withMetaData(query.getMetaData()))
                        : CompletableFuture.completedFuture(response));
    }

    private <Q, R> CompletableFuture<QueryResponseMessage<R>> attempt(QueryMessage<Q, R> query) {
        if (server.isAway()) {
            return CompletableFuture.completedFuture(failed(query, new Silence("Axon Server does not answer", null)));
        }
        try {
            return super.query(query.andMetaData(Map.of(AT_LEAST, seen.get())))
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((response, failure) -> answered(query, response, failure));
        } catch (ShutdownInProgressException e) {
            return CompletableFuture.completedFuture(failed(query, new Silence("this process ends", e)));
        }
    }

    private <R> QueryResponseMessage<R> answered(
            QueryMessage<?, R> query, @Nullable QueryResponseMessage<R> response, @Nullable Throwable failure) {
        if (failure != null) {
            return failed(query, isOnTheWay(failure) ? new Silence("nobody answers: " + failure, failure) : failure);
        }
        if (response == null || response.isExceptional()) {
            return answered(
                    query,
                    null,
                    response == null ? new IllegalStateException("no answer") : response.exceptionResult());
        }
        Answer<?> answer = wire.read(query.getPayload(), (Answer<?>) response.getPayload());
        seen.accumulateAndGet(answer.position(), Math::max);
        return new GenericQueryResponseMessage<>(
                query.getResponseType().responseMessagePayloadType(),
                query.getResponseType().convert(answer));
    }

    /** Whether it does not come from who answers. */
    private static boolean isOnTheWay(Throwable failure) {
        return failure instanceof AxonServerException
                || failure instanceof AxonServerQueryDispatchException
                || failure instanceof NoHandlerForQueryException
                || failure instanceof TimeoutException;
    }

    private static <R> QueryResponseMessage<R> failed(QueryMessage<?, R> query, Throwable why) {
        return new GenericQueryResponseMessage<>(query.getResponseType().responseMessagePayloadType(), why);
    }

    private static boolean isSilence(QueryResponseMessage<?> response) {
        return response.isExceptional() && Silence.isIn(response.exceptionResult());
    }
}
