package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortKeyTest {

    private static final Comparator<String> ORDER =
            Comparator.comparing(SortKey::of, (one, other) -> Arrays.compareUnsigned(one, other));

    @Test
    void accents_come_after_their_base_letter_when_nothing_else_differs() {
        List<String> ordered = List.of("Ada", "Ådne", "Beate", "Eva", "Éva", "Evald", "Žana", "Zoe", "Zzz");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted(ORDER)).containsExactlyElementsOf(ordered);
    }

    @Test
    void case_does_not_matter() {
        assertThat(SortKey.of("anna BERG")).isEqualTo(SortKey.of("Anna Berg"));
    }

    @Test
    void a_composed_letter_stands_where_its_parts_stand() {
        assertThat(SortKey.of("e\u0301va")).isEqualTo(SortKey.of("éva"));
    }
}
