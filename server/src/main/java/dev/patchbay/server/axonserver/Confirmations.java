package dev.patchbay.server.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the answer to an append. */
final class Confirmations implements StreamObserver<Confirmation> {

    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();

    /** Whether it was confirmed. */
    boolean await(Deadline deadline) {
        try {
            return answer.get(deadline.timeRemaining(TimeUnit.MILLISECONDS) + 1, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new StatusRuntimeException(Status.fromThrowable(e.getCause()));
        } catch (TimeoutException e) {
            throw Status.DEADLINE_EXCEEDED.withCause(e).asRuntimeException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withCause(e).asRuntimeException();
        }
    }

    @Override
    public void onNext(Confirmation confirmation) {
        answer.complete(confirmation.getSuccess());
    }

    @Override
    public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        answer.complete(false);
    }
}
