package dev.patchbay.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operator as it is shown, member by member as Patchbay shows one. */
record OperatorView(
        long id,
        String name,
        @JsonProperty("phone_number") String phoneNumber,
        @Nullable String email,
        boolean active,
        String initials,
        @JsonProperty("virtual_numbers") List<String> virtualNumbers) {

    /** The envelope of every answer. */
    record Data(OperatorView data) {}

    static OperatorView of(long id, String name, String phoneNumber, @Nullable String email, boolean active) {
        return new OperatorView(id, name, phoneNumber, email, active, initials(name), List.of());
    }

    private static String initials(String name) {
        return Arrays.stream(name.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .limit(2)
                .collect(Collectors.joining());
    }
}
