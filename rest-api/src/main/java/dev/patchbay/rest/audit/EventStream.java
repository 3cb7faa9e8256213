package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Server-sent events, each with its position for an id. */
final class EventStream implements Subscriber {
    static final String TYPE = "text/event-stream";

    private final HttpServletResponse response;

    EventStream(HttpServletResponse response) {
        this.response = response;
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        // What reverse proxies take for: hand on every line at once.
        response.setHeader("X-Accel-Buffering", "no");
    }

    @Override
    public void tell(List<AuditEntryShape> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(event(entry.position(), "change", entry)));
        send(text.toString());
    }

    @Override
    public void bookmark(long position) throws IOException {
        send(event(position, "bookmark", Map.of("position", position)));
    }

    /** Has no id, so that whoever resumes goes on where the changes were. */
    void progress(ReplayWatch.OnItsWay replay) throws IOException {
        send("event: progress\ndata: " + Json.write(replay) + "\n\n");
    }

    private static String event(long id, String name, Object data) {
        return "id: " + id + "\nevent: " + name + "\ndata: " + Json.write(data) + "\n\n";
    }

    private void send(String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
