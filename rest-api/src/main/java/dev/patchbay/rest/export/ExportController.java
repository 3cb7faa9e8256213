package dev.patchbay.rest.export;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.export.Dataset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whole datasets of an account. */
@Controller
@RequestMapping("/api/v1/public/exports")
final class ExportController {
    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/events")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    void events(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        exports.answer(Dataset.EVENTS, exchange, request, response);
    }

    @GetMapping("/operators")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    void operators(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        exports.answer(Dataset.OPERATORS, exchange, request, response);
    }

    @GetMapping("/virtual_numbers")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    void virtualNumbers(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        exports.answer(Dataset.VIRTUAL_NUMBERS, exchange, request, response);
    }

    @GetMapping("/attachments")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    void attachments(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        exports.answer(Dataset.ATTACHMENTS, exchange, request, response);
    }

    @GetMapping("/calls")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    void calls(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        exports.answer(Dataset.CALLS, exchange, request, response);
    }
}
