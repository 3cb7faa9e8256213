package dev.patchbay.rest.call;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.request.References;
import dev.patchbay.rest.request.Times;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPage.Next;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
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
                        word(exchange, "call_status", CallStatus::of),
                        word(exchange, "direction", CallDirection::of),
                        time(exchange, "from"),
                        time(exchange, "to")),
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

    private static @Nullable Instant time(Exchange exchange, String name) {
        return exchange.parameter(name).map(text -> Times.parameter(name, text)).orElse(null);
    }

    private static <T> @Nullable T word(Exchange exchange, String name, Function<String, Optional<T>> words) {
        return exchange.parameter(name)
                .map(text ->
                        words.apply(text).orElseThrow(() -> Problem.parameter(name + " is not included in the list")))
                .orElse(null);
    }
}
