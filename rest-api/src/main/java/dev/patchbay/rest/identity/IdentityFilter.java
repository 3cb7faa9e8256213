package dev.patchbay.rest.identity;

import dev.patchbay.rest.answer.Complaint;
import dev.patchbay.rest.answer.Flat;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Parser;
import dev.patchbay.rest.request.Uuids;
import dev.patchbay.shared.identity.IdentityStatus;
import dev.patchbay.shared.text.InvalidText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which identities a list is about. */
final class IdentityFilter {

    private IdentityFilter() {}

    /** Null for any. */
    static @Nullable UUID domain(Exchange exchange) {
        Optional<String> text = exchange.parameter("domain_id");
        return text.isEmpty() ? null : parameter("domain_id", text.get(), Uuids::required);
    }

    /** Null for any. */
    static @Nullable IdentityStatus status(Exchange exchange) {
        Optional<String> text = exchange.parameter("status");
        return text.isEmpty() ? null : parameter("status", text.get(), IdentityFilter::status);
    }

    static IdentityStatus status(String text) throws InvalidText {
        return IdentityStatus.of(text).orElseThrow(() -> new InvalidText("must be active or suspended"));
    }

    private static <T> T parameter(String name, String text, Parser<T> parser) {
        try {
            return parser.parse(text);
        } catch (InvalidText e) {
            throw Flat.invalid(List.of(new Complaint(name, String.valueOf(e.getMessage()))));
        }
    }
}
