package dev.patchbay.rest.call;

import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Failures;
import dev.patchbay.rest.answer.JsonLines;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Line;
import dev.patchbay.rest.request.Upload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Many calls at once, one on each line. */
@Controller
final class BatchController {
    private static final int LINES_AT_ONCE = 100;

    private final Clock clock;
    private final Failures failures;

    BatchController(Clock clock, Failures failures) {
        this.clock = clock;
        this.failures = failures;
    }

    @PostMapping("/api/v1/public/calls/batch")
    @Requires(WRITE)
    void record(Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
        try (Upload upload = exchange.upload()) {
            Batch batch = new Batch(exchange, clock, failure -> failures.reply(failure, request));
            JsonLines answer = new JsonLines(response);
            List<Line> lines = upload.next(LINES_AT_ONCE);
            while (!lines.isEmpty()
                    && answer.send(
                            batch.record(lines).stream().map(LineResult::json).toList())) {
                lines = upload.next(LINES_AT_ONCE);
            }
        }
    }
}
