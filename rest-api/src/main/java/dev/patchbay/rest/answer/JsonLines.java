package dev.patchbay.rest.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer of many lines of JSON, on its way while the work still goes on. */
public final class JsonLines {
    private static final Logger LOG = LoggerFactory.getLogger(JsonLines.class);
    private static final String TYPE = "application/x-ndjson";

    private final HttpServletResponse response;

    public JsonLines(HttpServletResponse response) {
        this.response = response;
        response.setStatus(200);
        response.setContentType(TYPE);
    }

    /** Sends lines at once; whether anybody still waits for them. */
    public boolean send(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        try {
            response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            return true;
        } catch (IOException e) {
            LOG.debug("nobody waits for the answer any more", e);
            return false;
        }
    }
}
