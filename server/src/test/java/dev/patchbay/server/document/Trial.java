package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends requests one after the other and notes whatever about an answer should not be. */
final class Trial {
    private static final int LONGEST_QUOTE = 300;
    private static final int MOST_COMPLAINTS = 40;
    /** More than one request leads to. */
    private static final int MOST_EVENTS = 10_000;

    private final Wire wire;
    private final Log log;
    private final LogReader events;
    private final ContractDocument document;
    private final List<String> complaints = new ArrayList<>();
    private final SortedMap<String, Integer> sent = new TreeMap<>();

    Trial(RunningServer server, ContractDocument document) {
        this.wire = new Wire(server.root());
        this.log = server.part(Log.class);
        this.events = server.part(LogReader.class);
        this.document = document;
    }

    /** Sends a request that must be answered; the answer's status. */
    int send(String name, Draft draft) {
        long before = log.head();
        Optional<Reply> answer = wire.send(draft.bytes());
        sent.merge(name, 1, Integer::sum);
        if (answer.isEmpty()) {
            complain(draft, "no answer");
            return 0;
        }
        Reply reply = answer.get();
        if (reply.status() >= 400 && isAskedForAfter(before)) {
            complain(draft, reply.status() + " and yet there is a new event");
        }
        if (reply.status() >= 500) {
            complain(draft, reply.status() + " " + reply.body());
        }
        judge(draft, reply)
                .forEach(complaint -> complain(draft, reply.status() + " " + reply.body() + ": " + complaint));
        return reply.status();
    }

    /** Sends a request that is not allowed. */
    void sendForbidden(String name, Draft draft) {
        int status = send(name, draft);
        if (status < 400) {
            complain(draft, "answered " + status + " though the document does not allow it");
        }
    }

    /** Sends what is hardly a request: the server may hang up on it, no more. */
    void sendGarbage(byte[] garbage) {
        long before = log.head();
        Optional<Reply> answer = wire.send(garbage);
        sent.merge("garbage", 1, Integer::sum);
        answer.filter(reply -> reply.status() >= 500 || (reply.status() >= 400 && !isExplained(reply)))
                .ifPresent(reply -> complaints.add(quote(garbage) + " -> " + reply.status() + " " + reply.body()));
        if (answer.map(Reply::status).orElse(400) >= 400 && isAskedForAfter(before)) {
            complaints.add(quote(garbage) + " -> a new event");
        }
    }

    /** Whether somebody has changed something since; what the server does by itself does not count. */
    boolean isAskedForAfter(long position) {
        return events.after(position, MOST_EVENTS).stream()
                .anyMatch(placed -> !placed.event().metadata().contains("\"actor_kind\":\"system\""));
    }

    private static boolean isExplained(Reply reply) {
        return reply.json().has("error")
                || reply.json().has("errors")
                || reply.json().has("error_type");
    }

    void verdict() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        assertThat(all.stream().limit(MOST_COMPLAINTS))
                .as("of %d complaints", all.size())
                .isEmpty();
    }

    String summary() {
        return "hostile requests: "
                + sent.values().stream().mapToInt(Integer::intValue).sum() + " " + sent;
    }

    /** What the path means to the server is not always what it looks like. */
    private List<String> judge(Draft draft, Reply reply) {
        List<String> found = document.complaints(draft.method(), draft.path(), reply);
        return found.isEmpty() ? found : document.complaints(draft.method(), plain(draft.path()), reply);
    }

    private static String plain(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment :
                path.replaceAll(";[^/]*", "").replaceAll("(?i)%2e", ".").split("/", -1)) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
                segments.add("");
            } else if (!segment.equals(".")) {
                segments.add(segment);
            } else {
                segments.add("");
            }
        }
        return String.join("/", segments);
    }

    private void complain(Draft draft, String what) {
        complaints.add(quote(draft.bytes()) + " -> " + what);
    }

    private static String quote(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1)
                .replaceAll("Authorization: (Bearer idc|Basic )\\S*\r\n", "");
        String quote = text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, LONGEST_QUOTE) + "... (" + text.length() + ")";
        return quote.replace("\r\n", " | ").replace("Host: localhost | ", "").replace("Connection: close | ", "");
    }
}
