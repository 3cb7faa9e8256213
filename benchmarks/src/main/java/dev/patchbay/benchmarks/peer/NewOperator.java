package dev.patchbay.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller says of an operator to be. */
record NewOperator(
        @Nullable String name,
        @JsonProperty("phone_number") @Nullable String phoneNumber,
        @Nullable String email,
        @Nullable Boolean active) {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final int LONGEST_NAME = 255;

    /** Fails with {@link InvalidOperator}. */
    CreateOperator numbered(long id) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidOperator("name is missing or too long");
        }
        if (phoneNumber == null || !PHONE_NUMBER.matcher(phoneNumber).matches()) {
            throw new InvalidOperator("phone_number is no telephone number");
        }
        return new CreateOperator(
                "operator-" + id, id, name.strip(), phoneNumber, email, active == null || active.booleanValue());
    }
}
