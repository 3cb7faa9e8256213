package dev.patchbay.rest.virtualnumber;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListHeldPhoneNumbers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What numbers can be had. */
@Controller
final class InventoryController {
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private final Inventory inventory;

    InventoryController(Inventory inventory) {
        this.inventory = inventory;
    }

    @GetMapping("/api/v1/public/virtual_numbers/available")
    @Requires(READ)
    Reply available(Exchange exchange) {
        List<AvailableNumber> offered = inventory.numbers(country(exchange), numberType(exchange));
        Set<String> numbers =
                offered.stream().map(AvailableNumber::phoneNumber).collect(Collectors.toUnmodifiableSet());
        Found<List<String>> held = exchange.find(new ListHeldPhoneNumbers(numbers, exchange.moment()));
        Set<String> taken = Set.copyOf(held.view());
        List<AvailableNumber> free = offered.stream()
                .filter(number -> !taken.contains(number.phoneNumber()))
                .toList();
        return exchange.list(Reply.list(free, null), held.position());
    }

    private static String country(Exchange exchange) {
        String country = exchange.parameter("country").orElse("US");
        if (!COUNTRY.matcher(country).matches()) {
            throw Problem.parameter("country must be a two-letter country code");
        }
        return country;
    }

    private static String numberType(Exchange exchange) {
        try {
            return NumberType.parse(exchange.parameter("number_type").orElse("mobile"));
        } catch (InvalidText e) {
            throw Problem.parameter("number_type " + e.getMessage());
        }
    }
}
