package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Refusal.Details;
import dev.patchbay.shared.Refusal.Reason;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    private final Refusal stale = new Refusal(Reason.STALE, "operator-1 is not at version 3");

    @Test
    void is_found_in_itself() {
        assertThat(Refusal.in(stale)).contains(new Details(Reason.STALE, "operator-1 is not at version 3"));
    }

    @Test
    void is_found_however_deep_it_lies() {
        assertThat(Refusal.in(new IllegalStateException(new RuntimeException(stale))))
                .contains(new Details(Reason.STALE, "operator-1 is not at version 3"));
    }

    @Test
    void is_found_in_what_a_distributed_bus_makes_of_it() {
        var remote = new CommandExecutionException("over there", null, new Details(Reason.INVALID, "Name is odd"));

        assertThat(Refusal.in(remote)).contains(new Details(Reason.INVALID, "Name is odd"));
    }

    @Test
    void is_found_below_a_failure_with_other_details() {
        var outer = new CommandExecutionException("outer", stale, "details of another kind");

        assertThat(Refusal.in(outer)).map(Details::reason).contains(Reason.STALE);
    }

    @Test
    void is_not_found_in_other_failures() {
        assertThat(Refusal.in(null)).isEmpty();
        assertThat(Refusal.in(new IllegalStateException("other", new RuntimeException())))
                .isEmpty();
        assertThat(Refusal.in(new CommandExecutionException("without details", null)))
                .isEmpty();
        assertThat(Refusal.in(new CommandExecutionException("other details", null, "text")))
                .isEmpty();
    }

    @Test
    void is_for_its_own_reason_only() {
        assertThat(stale.is(Reason.STALE)).isTrue();
        assertThat(stale.is(Reason.CONCURRENT)).isFalse();
    }

    @Test
    void costs_no_stack_trace_unless_it_has_a_cause() {
        assertThat(stale.getStackTrace()).isEmpty();
        assertThat(new Refusal(Reason.UNAVAILABLE, "full", new RuntimeException()).getStackTrace())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void crosses_the_bus_with_any_reason(Reason reason) {
        var serializer = Jackson3Serializer.builder().build();
        SerializedObject<byte[]> sent = serializer.serialize(new Details(reason, "why"), byte[].class);

        assertThat(serializer.<byte[], Details>deserialize(sent)).isEqualTo(new Details(reason, "why"));
    }
}
