package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.request.Parser;
import dev.patchbay.rest.request.References;
import dev.patchbay.rest.request.Timestamps;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPage.Next;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.text.InvalidText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of the list of calls, as the parameters of a request ask for it. */
record CallList(
        Exchange exchange,
        CallFilter filter,
        int size,
        @Nullable Next after) {

    static CallList of(Exchange exchange) {
        return new CallList(
                exchange,
                new CallFilter(
                        id(exchange, "virtual_number_id"),
                        id(exchange, "operator_id"),
                        id(exchange, "project_id"),
                        value(exchange, "call_status", word -> listed(CallStatus.of(word))),
                        value(exchange, "direction", word -> listed(CallDirection.of(word))),
                        value(exchange, "from", Timestamps::parseParameter),
                        value(exchange, "to", Timestamps::parseParameter)),
                exchange.pageSize(),
                exchange.parameter("cursor").map(Cursor::read).orElse(null));
    }

    Reply reply() {
        Found<CallPage> found = exchange.find(new ListCalls(filter, after, size, exchange.scope(), exchange.moment()));
        Next next = found.view().next();
        return exchange.list(
                Reply.part(found.view().calls(), next == null ? null : Cursor.write(next), size), found.position());
    }

    private static @Nullable Long id(Exchange exchange, String name) {
        return exchange.parameter(name)
                .map(text -> References.integer(name, text))
                .orElse(null);
    }

    private static <T> @Nullable T value(Exchange exchange, String name, Parser<T> parser) {
        String text = exchange.parameter(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text);
        } catch (InvalidText e) {
            throw Problem.parameter(name + " " + e.getMessage());
        }
    }

    private static <T> T listed(Optional<T> value) throws InvalidText {
        return value.orElseThrow(() -> new InvalidText("is not included in the list"));
    }
}
