package dev.patchbay.shared.virtualnumber;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A virtual number as lists show it, with the first three operators of its ring order. */
public record VirtualNumberSummary(
        long id,
        String phoneNumber,
        @Nullable String name,
        String countryCode,
        boolean active,
        boolean aiReceptionistEnabled,
        List<FirstOperator> operators,
        int operatorsCount) {

    public VirtualNumberSummary {
        operators = List.copyOf(operators);
    }

    /** An operator as a short list shows it. */
    public record FirstOperator(long id, String name, String initials) {}
}
