package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class SnapshotFormTest {

    private final SnapshotForm form = new SnapshotForm();

    static List<Class<?>> aggregates() {
        return Aggregates.all();
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void says_all_that_an_aggregate_holds(Class<?> aggregate) {
        Object full = Aggregates.full(aggregate);

        assertThat(copy(full)).usingRecursiveComparison().isEqualTo(full);
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void says_of_nothing_that_it_is_nothing(Class<?> aggregate) {
        Object empty = Aggregates.empty(aggregate);

        assertThat(copy(empty)).usingRecursiveComparison().isEqualTo(empty);
    }

    @Test
    void knows_of_whom_it_is_and_up_to_which_event() {
        DomainEventMessage<?> read = form.read(form.written(of(Aggregates.full(Aggregates.named("Operator")))));

        assertThat(read.getAggregateIdentifier()).isEqualTo("some-1");
        assertThat(read.getSequenceNumber()).isEqualTo(41);
        assertThat(read.getIdentifier()).hasSize(36);
        assertThat(read.getType()).isEqualTo("Operator");
    }

    @Test
    void is_another_aggregate_each_time_it_is_read() {
        Snapshot written = form.written(of(Aggregates.full(Aggregates.named("FallbackPlan"))));

        assertThat(form.read(written).getPayload())
                .isNotSameAs(form.read(written).getPayload());
    }

    @Test
    void is_not_written_when_it_would_not_be_read_whole() {
        assertThatThrownBy(() -> form.written(of(new WithFinalField()))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> form.written(of(new Forgetful()))).isInstanceOf(IllegalStateException.class);
    }

    private Object copy(Object aggregate) {
        return form.read(form.written(of(aggregate))).getPayload();
    }

    private static DomainEventMessage<?> of(Object aggregate) {
        return new GenericDomainEventMessage<>(aggregate.getClass().getSimpleName(), "some-1", 41, aggregate);
    }

    /** What is read cannot be put there. */
    private static final class WithFinalField {
        @SuppressWarnings("UnusedVariable") // It is written
        private final List<Long> links = new ArrayList<>(List.of(1L));
    }

    /** What is read is put elsewhere. */
    private static final class Forgetful {
        @SuppressWarnings("UnusedVariable") // It is written
        private Counted counted = new Counted(3);
    }

    private record Counted(int value) {
        Counted {
            value++;
        }
    }
}
