package dev.patchbay.shared.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator with the numbers it is attached to, by number id. */
public record OperatorDetail(
        long id,
        String name,
        String phoneNumber,
        @Nullable String email,
        boolean active,
        String initials,
        List<AttachedNumber> virtualNumbers) {

    public OperatorDetail {
        virtualNumbers = List.copyOf(virtualNumbers);
    }

    /** A virtual number as an operator's detail shows it. */
    public record AttachedNumber(
            long id, String phoneNumber, @Nullable String name, boolean active) {}
}
