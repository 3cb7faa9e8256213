package dev.patchbay.server.model;

import dev.patchbay.server.model.Answer.Refused;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a request wants changed about how long a number rings and what comes then. */
final class Answering {

    private final Model model;
    private final ApiKey caller;
    private final VirtualNumber number;
    private final Map<Long, @Nullable Integer> rings = new LinkedHashMap<>();
    private @Nullable Long timeout;
    private @Nullable Map<String, @Nullable Object> fallback;

    Answering(Model model, ApiKey caller, VirtualNumber number, Body body) {
        this.model = model;
        this.caller = caller;
        this.number = number;
        readTimeout(body);
        readFallback(body);
        readRings(body);
    }

    private void readTimeout(Body body) {
        if (body.has("ring_timeout_seconds") && body.raw("ring_timeout_seconds") == null) {
            body.wrong("ring_timeout_seconds", "can't be blank");
        }
        timeout = body.integer("ring_timeout_seconds", 1, 600, "must be between 1 and 600");
    }

    private void readFallback(Body body) {
        JsonNode node = body.raw("fallback");
        if (node == null || !node.isObject()) {
            if (body.has("fallback")) {
                body.wrong("fallback", "must be an object");
            }
            return;
        }
        JsonNode type = node.path("type");
        if (!type.isString()) {
            body.wrong("fallback type", type.isMissingNode() || type.isNull() ? "can't be blank" : "must be a string");
            return;
        }
        switch (type.stringValue()) {
            case "hangup", "voicemail" -> fallback = Shapes.object("type", type.stringValue());
            case "forward" -> readPhone(body, node.path("phone_number"));
            case "virtual_number" -> {
                if (isId(body, "fallback id", node.path("id"))) {
                    fallback = Shapes.object(
                            "type", "virtual_number", "id", node.get("id").longValue());
                }
            }
            default -> body.wrong("fallback type", "is not included in the list");
        }
    }

    private void readPhone(Body body, JsonNode phone) {
        if (!phone.isString()) {
            body.wrong("fallback phone_number", phone.isMissingNode() ? "can't be blank" : "must be a string");
            return;
        }
        String read = String.valueOf(Body.phone(number.country).apply(phone.stringValue()));
        if (read.startsWith("!")) {
            body.wrong("fallback phone_number", read.substring(1));
        } else {
            fallback = Shapes.object("type", "forward", "phone_number", read);
        }
    }

    private void readRings(Body body) {
        if (!body.has("operators")) {
            return;
        }
        JsonNode nodes = body.raw("operators");
        if (nodes == null || !nodes.isArray() || !nodes.valueStream().allMatch(JsonNode::isObject)) {
            body.wrong("operators", "must be an array of objects");
            return;
        }
        for (JsonNode node : nodes) {
            JsonNode seconds = node.path("ring_seconds");
            if (!isId(body, "operators id", node.path("id"))) {
                return;
            }
            if (seconds.isIntegralNumber() && (seconds.longValue() < 1 || seconds.longValue() > 600)) {
                body.wrong("operators ring_seconds", "must be between 1 and 600");
                return;
            }
            rings.put(node.get("id").longValue(), seconds.isNull() ? null : Integer.valueOf(seconds.intValue()));
        }
        if (rings.size() < nodes.size()) {
            body.wrong("operators", "must not contain duplicates");
        }
    }

    private static boolean isId(Body body, String name, JsonNode id) {
        if (id.isIntegralNumber()) {
            return true;
        }
        body.wrong(name, id.isMissingNode() ? "can't be blank" : "must be an integer");
        return false;
    }

    /** What is named must be there. */
    void requireReferences() {
        Long other = other(fallback);
        if (other != null) {
            model.visible(caller, Kind.NUMBER, other);
        }
        if (!number.ring.containsAll(rings.keySet())) {
            throw Refused.notFound();
        }
    }

    /** Follows the fallbacks of numbers that are still there. */
    void requireNoWayBack() {
        Long next = other(fallback);
        while (next != null) {
            if (next == number.id) {
                throw new Refused(
                        Answer.of(422, Shapes.object("errors", List.of("Fallback must not lead back to this number"))));
            }
            VirtualNumber reached = (VirtualNumber) model.world.find(Kind.NUMBER, next);
            next = reached == null ? null : other(reached.fallback);
        }
    }

    private static @Nullable Long other(@Nullable Map<String, @Nullable Object> fallback) {
        return fallback == null ? null : (Long) fallback.get("id");
    }

    void apply() {
        number.ringTimeout = timeout == null ? number.ringTimeout : timeout.intValue();
        number.fallback = Objects.requireNonNullElse(fallback, number.fallback);
        rings.forEach((operator, seconds) -> {
            if (seconds == null) {
                number.ringSeconds.remove(operator);
            } else {
                number.ringSeconds.put(operator, seconds);
            }
        });
    }
}
