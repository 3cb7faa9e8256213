package dev.patchbay.rest.audit;

import dev.patchbay.rest.answer.Json;
import dev.patchbay.rest.answer.JsonLines;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A line of JSON for each entry; the last line is a bookmark, which says where to go on. */
final class EntryLines implements Subscriber {
    private final JsonLines lines;

    EntryLines(HttpServletResponse response) {
        this.lines = new JsonLines(response);
    }

    @Override
    public void tell(List<AuditEntryShape> entries) throws IOException {
        send(entries.stream().map(Json::write).toList());
    }

    @Override
    public void bookmark(long position) throws IOException {
        send(List.of(Json.write(Map.of("bookmark", Map.of("position", position)))));
    }

    private void send(List<String> text) throws IOException {
        if (!lines.send(text)) {
            throw new IOException("nobody reads on");
        }
    }
}
