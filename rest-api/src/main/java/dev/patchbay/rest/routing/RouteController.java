package dev.patchbay.rest.routing;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.routing.RouteQuery.FindRoute;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a call would go now. */
@Controller
final class RouteController {

    @GetMapping("/api/v1/public/virtual_numbers/{id}/route")
    @Requires(READ)
    Reply route(VirtualNumberId id, Exchange exchange) {
        Found<RouteView> route = exchange.find(new FindRoute(id.value(), null, exchange.scope(), exchange.moment()));
        Optional<String> caller = exchange.parameter("caller")
                .map(text -> caller(text, new PhoneNumber(route.view().phoneNumber()).region()));
        return exchange.read(route.as(view -> new RouteShape(caller.orElse(null), view)));
    }

    /** A plus sign that was not encoded arrives as a blank. */
    private static String caller(String text, String region) {
        try {
            String written = text.startsWith(" ") ? "+" + text.substring(1) : text;
            return PhoneNumber.parse(written, region).e164();
        } catch (InvalidText e) {
            throw Problem.parameter("caller is invalid");
        }
    }
}
