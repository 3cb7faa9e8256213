package dev.patchbay.rest.reference;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Open;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the API is, for machines and for people. */
@Controller
final class ReferenceController {
    private static final Map<String, String> HTML = Map.of(
            HttpHeaders.CONTENT_TYPE,
            "text/html;charset=utf-8",
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options",
            "nosniff");

    private final OpenApiDocument document;
    private final String page;

    ReferenceController(OpenApiDocument document) throws IOException {
        this.document = document;
        try (InputStream html = ReferenceController.class.getResourceAsStream("reference.html")) {
            this.page = new String(Objects.requireNonNull(html).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/openapi.json")
    @Open
    Reply openApi() {
        return new Reply(200, Map.of(), document.json());
    }

    @GetMapping("/docs")
    @Open
    Reply page() {
        return new Reply(200, HTML, page);
    }

    @GetMapping("/")
    @Open
    Reply start() {
        return Reply.empty(302).with(HttpHeaders.LOCATION, "/docs");
    }
}
