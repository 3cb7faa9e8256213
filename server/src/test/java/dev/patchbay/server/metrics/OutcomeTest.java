package dev.patchbay.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Unanswerable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void of_a_refusal_is_its_reason() {
        assertThat(Outcome.of(new Refusal(Refusal.Reason.NOT_FOUND, "no operator")))
                .isEqualTo("not_found");
    }

    @Test
    void of_a_question_that_cannot_be_answered_is_that_it_is_invalid() {
        assertThat(Outcome.of(new CompletionException(new Unanswerable("no such order"))))
                .isEqualTo("invalid");
    }

    @Test
    void of_views_that_do_not_get_there_is_that_they_are_behind() {
        assertThat(Outcome.of(new CompletionException(new Behind(8, 7)))).isEqualTo("behind");
    }

    @Test
    void of_anything_else_is_that_it_failed() {
        assertThat(Outcome.of(new IllegalStateException("broken"))).isEqualTo("failed");
        assertThat(Outcome.of(null)).isEqualTo("failed");
    }
}
