package dev.patchbay.server.model;

import dev.patchbay.server.model.Answer.Refused;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Thing;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request about who answers a number. */
final class RingOrders {

    private final Model model;
    private final ApiKey caller;
    private final Request request;
    private final Path path;
    private final Model.Told told;

    RingOrders(Model model, ApiKey caller, Request request, Path path, Model.Told told) {
        this.model = model;
        this.caller = caller;
        this.request = request;
        this.path = path;
        this.told = told;
    }

    Answer answer(VirtualNumber number, Consumer<Thing> requireMatch) {
        List<Long> wanted = switch (request.method()) {
            case "PUT" -> order(number);
            case "DELETE" -> without(number, named());
            default -> attach(number, requireMatch);
        };
        requireMatch.accept(number);
        if (!wanted.equals(number.ring)) {
            number.revision++;
            number.ring.clear();
            number.ring.addAll(wanted);
            number.ringSeconds.keySet().retainAll(wanted);
        }
        return model.detail(200, number, caller);
    }

    private List<Long> attach(VirtualNumber number, Consumer<Thing> requireMatch) {
        Body body = Body.of(request);
        Long known = body.reference("operator_id");
        List<Long> longer = new ArrayList<>(number.ring);
        if (known != null) {
            model.visible(caller, Kind.OPERATOR, known);
        }
        long operator = known != null ? known : create(number, body, requireMatch);
        if (!longer.contains(operator)) {
            longer.add(operator);
        }
        return longer;
    }

    private long create(VirtualNumber number, Body body, Consumer<Thing> requireMatch) {
        Creations creations = new Creations(model, caller, body, told);
        if (creations.isBlank("phone_number")) {
            throw Refused.because(422, "operator_id or phone_number is required");
        }
        String name = body.optionalText("name", Body::name);
        String phone = body.text("phone_number", true, Body.phone(number.country));
        body.check();
        requireMatch.accept(number);
        return creations.make(newcomer(number), name == null ? "Operator" : name, Objects.requireNonNull(phone)).id;
    }

    /** The answer lists the new one last. */
    private long newcomer(VirtualNumber number) {
        return Long.parseLong(told.text("operators/" + number.ring.size() + "/id"));
    }

    private List<Long> order(VirtualNumber number) {
        JsonNode ids = Body.of(request).raw("operator_ids");
        if (ids == null) {
            throw Refused.because(422, "operator_ids is required");
        }
        if (ids.isEmpty()) {
            throw Refused.because(422, "operator_ids must name at least one operator");
        }
        List<Long> order = new ArrayList<>();
        ids.forEach(id -> order.add(Body.id(id, "operator_ids must be an array of integers")));
        if (new HashSet<>(order).size() < order.size()) {
            throw Refused.because(422, "operator_ids must not contain duplicates");
        }
        for (Long operator : order) {
            if (!number.ring.contains(operator)) {
                model.visible(caller, Kind.OPERATOR, operator);
            }
        }
        return order;
    }

    private static List<Long> without(VirtualNumber number, long operator) {
        if (!number.ring.contains(operator)) {
            throw Refused.notFound();
        }
        return number.ring.stream().filter(id -> id != operator).toList();
    }

    private long named() {
        if (path.size() == 4) {
            return path.id(3);
        }
        String parameter = path.parameter("operator_id");
        if (parameter != null) {
            return parameter(parameter);
        }
        Long id = request.body() == null ? null : reference();
        if (id == null) {
            throw Refused.because(422, "operator_id is required");
        }
        return id;
    }

    private @Nullable Long reference() {
        return Body.of(request).reference("operator_id");
    }

    private static long parameter(String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,17})")) {
            throw Refused.because(422, "operator_id must be an integer");
        }
        return Long.parseLong(text);
    }
}
