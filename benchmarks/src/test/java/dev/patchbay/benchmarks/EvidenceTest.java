package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void condemns_who_stored_fewer_than_were_confirmed() {
        assertThatThrownBy(() -> new Evidence(100, 3, 99, 10, 10).require("H2")).hasMessageContaining("H2 lost writes");
    }

    @Test
    void condemns_who_does_not_show_what_was_confirmed() {
        assertThatThrownBy(() -> new Evidence(100, 0, 100, 9, 10).require("H2")).hasMessageContaining("H2 lost writes");
    }

    @Test
    void leaves_open_what_became_of_failed_writes() {
        assertThatCode(() -> new Evidence(100, 3, 102, 9, 10).require("H2")).doesNotThrowAnyException();
    }
}
