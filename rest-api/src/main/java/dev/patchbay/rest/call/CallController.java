package dev.patchbay.rest.call;

import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.CalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCall;
import dev.patchbay.shared.call.CallView;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Calls: what came of the routing. */
@Controller
@RequestMapping("/api/v1/public")
final class CallController {
    private final Clock clock;

    CallController(Clock clock) {
        this.clock = clock;
    }

    @PostMapping("/virtual_numbers/{id}/calls")
    @Requires(WRITE)
    Reply record(VirtualNumberId id, Exchange exchange) {
        return exchange.write(
                () -> recording(id, exchange),
                accepted -> exchange.show(201, find(accepted.result(), exchange, accepted.moment())));
    }

    @GetMapping("/calls")
    @Requires(READ)
    Reply list(Exchange exchange) {
        return CallList.of(exchange).reply();
    }

    @GetMapping("/calls/{id}")
    @Requires(READ)
    Reply get(CallId id, Exchange exchange) {
        return exchange.read(
                Kind.CALL, Which.numbered(id.value()), exchange.find(find(id.value(), exchange, exchange.moment())));
    }

    @PatchMapping("/calls/{id}")
    @Requires(WRITE)
    Reply revise(CallId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<CallView> call = exchange.find(find(id.value(), exchange, exchange.moment()));
                    List<CallChange> changes = changes(call.view(), exchange);
                    return Intent.changing(
                            id, call, id.value(), changes.isEmpty() ? List.of() : List.of(new ReviseCall(id, changes)));
                },
                accepted -> exchange.show(200, find(id.value(), exchange, accepted.moment())));
    }

    private Intent recording(VirtualNumberId id, Exchange exchange) {
        Instant now = clock.instant();
        CalledThings called = new CalledThings(exchange);
        CalledNumber number = called.number(id.value());
        NewCall call = NewCall.read(exchange.fields(), number, called, now);
        Optional<CallId> known = KnownCalls.among(List.of(call), exchange).find(call);
        if (known.isPresent()) {
            return Intent.settled(exchange.show(200, find(known.get().value(), exchange, Moment.head())));
        }
        CallId made = new CallId(exchange.allocate(Kind.CALL));
        return Intent.making(
                made.value(), List.of(call.as(made, exchange.scope().accountId())));
    }

    private List<CallChange> changes(CallView call, Exchange exchange) {
        CalledThings called = new CalledThings(exchange);
        String region = called.number(call.virtualNumberId()).countryCode();
        Fields fields = exchange.fields();
        CallFields said = CallFields.ofChange(fields, region, clock.instant());
        fields.check();
        said.operator().ifValue(called::requireOperator);
        return said.changes();
    }

    private static FindCall find(long id, Exchange exchange, Moment moment) {
        return new FindCall(id, exchange.scope(), moment);
    }
}
