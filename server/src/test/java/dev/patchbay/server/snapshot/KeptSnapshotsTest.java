package dev.patchbay.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSnapshotsTest {

    private static final Class<?> OPERATOR = Aggregates.named("Operator");

    @TempDir
    Path directory;

    @Test
    void gives_every_decision_an_aggregate_of_its_own() throws ReflectiveOperationException {
        try (KeptSnapshots snapshots = open()) {
            snapshots.keep(snapshot("operator-1"));
            Object spoilt = snapshots.of("operator-1").orElseThrow().getPayload();
            Aggregates.set(spoilt, OPERATOR.getDeclaredField("name"), "Somebody");

            assertThat(snapshots.of("operator-1").orElseThrow().getPayload())
                    .usingRecursiveComparison()
                    .isEqualTo(Aggregates.full(OPERATOR));
        }
    }

    @Test
    void keeps_an_aggregate_as_it_was_then_whatever_becomes_of_it() throws ReflectiveOperationException {
        try (KeptSnapshots snapshots = open()) {
            DomainEventMessage<?> snapshot = snapshot("operator-1");
            snapshots.keep(snapshot);
            Aggregates.set(snapshot.getPayload(), OPERATOR.getDeclaredField("name"), "Somebody");

            assertThat(snapshots.of("operator-1").orElseThrow().getPayload())
                    .usingRecursiveComparison()
                    .isEqualTo(Aggregates.full(OPERATOR));
        }
    }

    @Test
    void has_them_after_a_restart() {
        try (KeptSnapshots snapshots = open()) {
            snapshots.keep(snapshot("operator-1"));
        }
        try (KeptSnapshots snapshots = opened()) {
            assertThat(snapshots.of("operator-1")).isPresent();
        }
    }

    @Test
    void has_one_that_was_not_there_when_it_was_first_looked_for() {
        try (KeptSnapshots snapshots = open()) {
            assertThat(snapshots.of("operator-1")).isEmpty();
            snapshots.keep(snapshot("operator-1"));
            assertThat(snapshots.of("operator-1")).isPresent();
        }
    }

    @Test
    void forgets_for_good() {
        try (KeptSnapshots snapshots = open()) {
            snapshots.keep(snapshot("operator-1"));
            snapshots.forget("operator-1");
            assertThat(snapshots.of("operator-1")).isEmpty();
        }
        try (KeptSnapshots snapshots = opened()) {
            assertThat(snapshots.of("operator-1")).isEmpty();
        }
    }

    @Test
    void has_none_that_says_what_no_aggregate_can_hold() {
        try (SnapshotFile file = new SnapshotFile(directory.resolve("snapshots.db"), "this code")) {
            file.write(new Snapshot("operator-1", 5, "event-5", OPERATOR, "{\"shoeSize\": 43}"));
            file.write(new Snapshot("operator-2", 5, "event-5", OPERATOR, "{\"account\": "));
        }
        try (KeptSnapshots snapshots = opened()) {
            assertThat(snapshots.of("operator-1")).isEmpty();
            assertThat(snapshots.of("operator-2")).isEmpty();
            snapshots.keep(snapshot("operator-1"));
            assertThat(snapshots.of("operator-1")).isPresent();
        }
    }

    @Test
    void fails_nobody_when_the_file_cannot_be_opened_for_whatever_reason() {
        try (KeptSnapshots snapshots = new KeptSnapshots(() -> {
            throw new NoClassDefFoundError("of something that is not there");
        })) {
            assertThat(snapshots.of("operator-1")).isEmpty();
            snapshots.keep(snapshot("operator-1"));
            assertThat(snapshots.of("operator-1")).as("in memory").isPresent();
            snapshots.forget("operator-1");
            assertThat(snapshots.of("operator-1")).isEmpty();
        }
    }

    @Test
    void lets_nobody_wait_for_the_file_and_has_what_is_in_it_later() {
        try (KeptSnapshots snapshots = open()) {
            snapshots.keep(snapshot("operator-1"));
        }
        CompletableFuture<SnapshotFile> opening = new CompletableFuture<>();
        try (KeptSnapshots snapshots = new KeptSnapshots(opening::join)) {
            assertThat(snapshots.of("operator-1")).isEmpty();
            opening.complete(new SnapshotFile(directory.resolve("snapshots.db"), "this code"));
            await().until(() -> snapshots.of("operator-1").isPresent());
        }
    }

    @Test
    void has_none_any_more_when_the_log_has_lost_something() {
        try (KeptSnapshots snapshots = open()) {
            snapshots.keep(snapshot("operator-1"));
            snapshots.distrust();
            assertThat(snapshots.of("operator-1")).isEmpty();
            snapshots.keep(snapshot("operator-2"));
            assertThat(snapshots.of("operator-2"))
                    .as("of what was read before and after it was lost")
                    .isEmpty();
            snapshots.distrust();
        }
        assertThat(directory.resolve("snapshots.db")).doesNotExist();
        try (KeptSnapshots snapshots = opened()) {
            assertThat(snapshots.of("operator-1")).isEmpty();
            assertThat(snapshots.of("operator-2")).isEmpty();
            snapshots.keep(snapshot("operator-1"));
            assertThat(snapshots.of("operator-1")).isPresent();
        }
    }

    @Test
    void keeps_none_of_what_cannot_be_written_down_and_fails_nobody() {
        try (KeptSnapshots snapshots = open()) {
            assertThat(snapshots.keeps(Unwritable.class)).isTrue();
            snapshots.keep(new GenericDomainEventMessage<>("Unwritable", "unwritable-1", 41, new Unwritable()));

            assertThat(snapshots.of("unwritable-1")).isEmpty();
            assertThat(snapshots.keeps(Unwritable.class)).isFalse();
            assertThat(snapshots.keeps(OPERATOR)).isTrue();
        }
    }

    private static final class Unwritable {
        @SuppressWarnings("UnusedVariable") // It is written down
        private final Unwritable itself = this;
    }

    /** With a file that is open already, so that what is in it is there at once. */
    private KeptSnapshots opened() {
        KeptSnapshots snapshots = open();
        snapshots.forget("operator-0");
        return snapshots;
    }

    private KeptSnapshots open() {
        return new KeptSnapshots(() -> new SnapshotFile(directory.resolve("snapshots.db"), "this code"));
    }

    private static DomainEventMessage<?> snapshot(String stream) {
        return new GenericDomainEventMessage<>("Operator", stream, 41, Aggregates.full(OPERATOR));
    }
}
