package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private final IdentifierFactory identifiers = new TimeOrderedIdentifiers();

    @Test
    void is_what_messages_are_named_by() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    }

    @Test
    void makes_uuids_of_version_7() {
        UUID made = UUID.fromString(identifiers.generateIdentifier());

        assertThat(made.version()).isEqualTo(7);
        assertThat(made.variant()).isEqualTo(2);
    }

    @Test
    void begins_with_the_time() {
        long before = System.currentTimeMillis();
        long time = UUID.fromString(identifiers.generateIdentifier()).getMostSignificantBits() >>> 16;

        assertThat(time).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void never_makes_the_same_twice() {
        assertThat(IntStream.range(0, 100_000).parallel().mapToObj(i -> identifiers.generateIdentifier()))
                .doesNotHaveDuplicates();
    }
}
