package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {

    private final AtomicInteger lookUps = new AtomicInteger();

    /** A log during whose look-ups others get their turn. */
    @SuppressWarnings("ThreadPriorityCheck") // Provokes the race, does not rely on it
    private final EventStorageEngine log = new InMemoryEventStorageEngine() {
        @Override
        public Optional<Long> lastSequenceNumberFor(String stream) {
            lookUps.incrementAndGet();
            Thread.yield();
            return super.lastSequenceNumberFor(stream);
        }
    };

    private final Numbering numbering = new Numbering(log, new CountedNumbers());

    @Test
    void begins_with_one_and_leaves_no_gaps() {
        assertThat(next(5)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void numbers_every_kind_on_its_own() {
        taken(Kind.PROJECT, 1, 2, 3);

        assertThat(numbering.decide(new AllocateId(Kind.PROJECT))).isEqualTo(4);
        assertThat(numbering.decide(new AllocateId(Kind.OPERATOR))).isEqualTo(1);
    }

    @Test
    void skips_what_somebody_else_took_in_the_meantime() {
        assertThat(next(1)).containsExactly(1L);
        taken(Kind.OPERATOR, 1, 2, 3);

        assertThat(next(2)).containsExactly(4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 100, 1023, 1024, 1025})
    void goes_on_after_a_restart_where_the_log_ends(int taken) {
        taken(Kind.OPERATOR, IntStream.rangeClosed(1, taken).toArray());

        assertThat(next(2)).containsExactly(taken + 1L, taken + 2L);
    }

    @Test
    void never_answers_a_number_that_is_taken_wherever_there_are_gaps() {
        taken(Kind.OPERATOR, 1, 3, 4, 7, 8);

        assertThat(next(5)).doesNotHaveDuplicates().doesNotContain(1L, 3L, 4L, 7L, 8L);
    }

    @Test
    void never_answers_the_same_number_to_two_at_once() throws InterruptedException {
        Callable<List<Long>> many = () -> next(100);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Long> numbers = threads
                    .invokeAll(Stream.generate(() -> many).limit(16).toList())
                    .stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .toList();

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 1600).boxed().toList());
        }
    }

    @Test
    void passes_over_what_is_taken_in_few_steps_wherever_there_are_gaps() {
        taken(Kind.OPERATOR, IntStream.rangeClosed(2, 5000).toArray());

        assertThat(next(2)).containsExactly(1L, 5001L);
        assertThat(lookUps.get()).isLessThan(50);
    }

    private List<Long> next(int count) {
        return Stream.generate(() -> numbering.decide(new AllocateId(Kind.OPERATOR)))
                .limit(count)
                .toList();
    }

    private void taken(Kind kind, int... numbers) {
        IntStream.of(numbers).forEach(number -> taken(kind.stream(number)));
    }

    private void taken(String stream) {
        log.appendEvents(new GenericDomainEventMessage<>("Anything", stream, 0, "something"));
    }
}
