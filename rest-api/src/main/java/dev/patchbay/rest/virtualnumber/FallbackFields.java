package dev.patchbay.rest.virtualnumber;

import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;

/** What happens to calls that nobody answers, as it is written in a body. */
final class FallbackFields {

    private FallbackFields() {}

    /** Reads a telephone number without a country code as one of the region. */
    static Field<Fallback> read(Fields fallback, String region) {
        Field<String> type = fallback.requiredText("type", text -> text);
        return switch (type.orElse("")) {
            case "hangup" -> type.map(word -> new Fallback.HangUp());
            case "voicemail" -> type.map(word -> new Fallback.Voicemail());
            case "forward" ->
                fallback.requiredText("phone_number", text -> PhoneNumber.parse(text, region))
                        .map(Fallback.Forward::new);
            case "virtual_number" ->
                fallback.requiredInteger("id", 1, Long.MAX_VALUE)
                        .map(id -> new Fallback.ToVirtualNumber(new VirtualNumberId(id)));
            default -> fallback.wrong("type", "is not included in the list");
        };
    }
}
