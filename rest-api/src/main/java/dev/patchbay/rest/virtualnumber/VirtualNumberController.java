package dev.patchbay.rest.virtualnumber;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Virtual numbers: what is called. */
@Controller
@RequestMapping("/api/v1/public/virtual_numbers")
final class VirtualNumberController {

    @GetMapping
    @Requires(READ)
    Reply list(Exchange exchange) {
        return exchange.list(new ListVirtualNumbers(exchange.scope(), exchange.page(), exchange.moment()));
    }

    @GetMapping("/{id}")
    @Requires(READ)
    Reply get(VirtualNumberId id, Exchange exchange) {
        return exchange.read(
                Kind.VIRTUAL_NUMBER, Which.numbered(id.value()), exchange.find(find(id, exchange, exchange.moment())));
    }

    @PatchMapping("/{id}")
    @Requires(WRITE)
    Reply update(VirtualNumberId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<VirtualNumberDetail> number = exchange.find(find(id, exchange, exchange.moment()));
                    return Intent.changing(id, number, id.value(), VirtualNumberChanges.of(number.view(), exchange));
                },
                accepted -> exchange.show(200, find(id, exchange, accepted.moment())));
    }

    @DeleteMapping("/{id}")
    @Requires(DELETE)
    Reply release(VirtualNumberId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id, exchange, exchange.moment())),
                        id.value(),
                        List.of(new ReleaseVirtualNumber(id))),
                accepted -> exchange.afterwards(find(id, exchange, accepted.moment()), Reply.success()));
    }

    private static FindVirtualNumber find(VirtualNumberId id, Exchange exchange, Moment moment) {
        return new FindVirtualNumber(id.value(), exchange.scope(), moment);
    }
}
