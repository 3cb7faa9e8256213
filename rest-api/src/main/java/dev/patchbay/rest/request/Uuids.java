package dev.patchbay.rest.request;

import dev.patchbay.shared.text.InvalidText;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs in their only written form, but for the case of letters. */
public final class Uuids {
    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** One that must be there. */
    public static UUID required(String text) throws InvalidText {
        return parse(text).orElseThrow(() -> new InvalidText("must be a UUID"));
    }
}
