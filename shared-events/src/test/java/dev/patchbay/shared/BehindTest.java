package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind.Details;
import java.util.concurrent.ExecutionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;

class BehindTest {

    private final Behind behind = new Behind(9, 4);

    @Test
    void says_what_was_wanted_and_what_was_reached() {
        assertThat(behind).hasMessage("the views are at position 4, not yet at 9");
        assertThat(Behind.in(behind)).contains(new Details(9, 4));
    }

    @Test
    void is_found_however_deep_it_lies_and_in_what_a_distributed_bus_makes_of_it() {
        var remote = new QueryExecutionException("over there", null, new Details(9, 4));

        assertThat(Behind.in(new ExecutionException(behind))).contains(new Details(9, 4));
        assertThat(Behind.in(new ExecutionException(remote))).contains(new Details(9, 4));
    }

    @Test
    void is_not_found_in_other_failures() {
        assertThat(Behind.in(null)).isEmpty();
        assertThat(Behind.in(new IllegalStateException())).isEmpty();
        assertThat(Behind.in(new QueryExecutionException("other details", null, "text")))
                .isEmpty();
        assertThat(Behind.in(new Refusal(Refusal.Reason.STALE, "stale"))).isEmpty();
    }
}
