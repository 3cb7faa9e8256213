package dev.patchbay.rest.agent.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.text.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Row ADA = new Row(1, Map.of("email", "ada@example.com"));

    private final Journal journal = new Journal(3, NOON);

    @Test
    void tells_what_became_of_each_row_and_of_all() {
        journal.created(
                ADA, new Newcomer(new EmailAddress("ada@x.io"), new PersonName("Ada", "L"), Set.of(), Set.of()));
        journal.failed(new Row(2, Map.of()), "invalid row");
        assertThat(journal.status().running()).isTrue();
        assertThat(journal.status().endedAt()).isNull();

        journal.failed(ADA, "email already exists");
        journal.completed(NOON.plusSeconds(1));

        assertThat(journal.status())
                .isEqualTo(new ImportStatus(
                        false,
                        List.of(
                                "Row 1: Created agent Ada L (ada@x.io)",
                                "Row 2: Error - invalid row",
                                "Row 1 (ada@example.com): Error - email already exists",
                                "Import completed: 1 of 3 successful, 2 failed"),
                        3,
                        1,
                        2,
                        NOON,
                        NOON.plusSeconds(1)));
    }

    @Test
    void repeats_no_address_that_is_too_long_to_be_one() {
        journal.failed(new Row(1, Map.of("email", "x".repeat(321))), "invalid email");

        assertThat(journal.status().logs()).containsExactly("Row 1: Error - invalid email");
    }

    @Test
    void is_over_once_it_is_completed_or_interrupted_and_not_before() {
        assertThat(journal.isRunning()).isTrue();
        assertThat(journal.endedBefore(Instant.MAX)).isFalse();

        journal.interruptedIfRunning(NOON);
        journal.interruptedIfRunning(NOON.plusSeconds(1));

        assertThat(journal.isRunning()).isFalse();
        assertThat(journal.endedBefore(NOON)).isFalse();
        assertThat(journal.endedBefore(NOON.plusMillis(1))).isTrue();
        assertThat(journal.status().logs()).containsExactly("Import interrupted: 0 of 3 successful, 0 failed");
    }
}
