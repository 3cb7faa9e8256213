package dev.patchbay.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many clients who ask at the same moment. */
public final class Rush {

    private Rush() {}

    /** What each of them was answered, by its number from 0. */
    public static <T> List<T> of(int clients, IntFunction<T> request) {
        CountDownLatch ready = new CountDownLatch(clients);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                answers.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(client);
                }));
            }
            List<T> answered = new ArrayList<>();
            for (Future<T> answer : answers) {
                answered.add(answer.get());
            }
            return answered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
