package dev.patchbay.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void everybody_has_a_turn_and_few_at_once() throws Exception {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        Turns turns = new Turns();
        AtomicInteger reading = new AtomicInteger();
        List<Future<Integer>> most = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                long account = i;
                most.add(threads.submit(() -> turns.take(account, () -> {
                    int now = reading.incrementAndGet();
                    IntStream.range(0, 1_000).forEach(spin -> Thread.onSpinWait());
                    reading.decrementAndGet();
                    return now;
                })));
            }
        }

        for (Future<Integer> each : most) {
            assertThat(each.get()).isBetween(1, half);
        }
    }
}
