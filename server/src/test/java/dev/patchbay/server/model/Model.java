package dev.patchbay.server.model;

import dev.patchbay.server.model.Answer.Refused;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Operator;
import dev.patchbay.server.model.World.Project;
import dev.patchbay.server.model.World.Thing;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the contract says, in memory: who may ask, what is remembered, what is found. */
final class Model {

    final World world;
    final Shapes shapes;

    private final Map<String, Remembered> remembered = new HashMap<>();

    /** An answer that is given again. */
    private record Remembered(String fingerprint, Answer answer) {}

    Model(World world) {
        this.world = world;
        this.shapes = new Shapes(world);
    }

    /** What only the server decides, such as ids and times; asked for when something comes to be. */
    interface Told {
        long id();

        String text(String member);
    }

    /** Lets a request happen. */
    Answer answer(Request request, Told told) {
        ApiKey caller = world.keys.stream()
                .filter(key -> key.secret.equals(request.secret()) && !key.revoked)
                .findFirst()
                .orElse(null);
        if (caller == null) {
            return Answer.error(401, "Invalid API key");
        }
        caller.used = true;
        try {
            Path path = Path.of(request.path());
            requirePermission(caller, request.method(), path);
            path.requireIds();
            return request.method().equals("GET")
                    ? new Reads(this, caller, path).answer()
                    : once(request, caller, () -> new Writes(this, caller, path, request, told).answer());
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    private static void requirePermission(ApiKey caller, String method, Path path) {
        boolean topLevel = path.size() <= 2;
        boolean removal = method.equals("DELETE") && topLevel && !path.root().equals("operators");
        String permission = method.equals("GET") ? "read" : removal ? "delete" : "write";
        if (!caller.may(permission)) {
            throw Refused.because(
                    403,
                    switch (permission) {
                        case "read" -> "Read permission required";
                        case "write" -> "Write permission required";
                        default -> "Delete permission required";
                    });
        }
        if (caller.project == null) {
            return;
        }
        if (path.root().equals("projects") && Set.of("POST", "DELETE").contains(method)) {
            throw Refused.because(
                    403,
                    topLevel
                            ? "Project-scoped API keys cannot create or destroy projects"
                            : "Account-wide API key required");
        }
        if (path.root().equals("api_keys")) {
            throw Refused.because(403, "Account-wide API key required");
        }
    }

    private Answer once(Request request, ApiKey caller, Supplier<Answer> effect) {
        if (request.idempotencyKey() == null) {
            return effect.get();
        }
        String memory = caller.id + " " + request.idempotencyKey();
        Remembered before = remembered.get(memory);
        if (before != null) {
            if (!before.fingerprint.equals(request.fingerprint())) {
                throw Refused.because(422, "Idempotency-Key was used for another request");
            }
            return before.answer.again();
        }
        Answer answer;
        try {
            answer = effect.get();
        } catch (Refused refused) {
            answer = refused.answer;
        }
        if (answer.isWrittenDown()) {
            remembered.put(memory, new Remembered(request.fingerprint(), answer));
        }
        return answer;
    }

    /** The thing with this id, if it is visible to a key. */
    Thing visible(ApiKey caller, Kind kind, long id) {
        Thing thing = world.find(kind, id);
        if (thing == null || !isVisible(caller, thing)) {
            throw Refused.notFound();
        }
        return thing;
    }

    private boolean isVisible(ApiKey caller, Thing thing) {
        return switch (thing) {
            case Operator operator -> shapes.sees(caller.account, caller.project, operator);
            case VirtualNumber number -> shapes.sees(caller.account, caller.project, number);
            case Project project ->
                project.account == caller.account && (caller.project == null || caller.project == project.id);
            default -> thing.account == caller.account;
        };
    }

    Answer detail(int status, Thing thing, ApiKey caller) {
        Object shape = switch (thing) {
            case Operator operator -> shapes.detail(operator, caller.project);
            case VirtualNumber number -> shapes.detail(number, caller.project);
            case Project project -> shapes.detail(project);
            case ApiKey key -> shapes.shape(key, false);
            default -> throw new IllegalStateException();
        };
        return Answer.data(status, shape).about(thing);
    }

    /** What a key may want to read: all that there is for it, and of each kind something else that ever was. */
    List<String> readable(ApiKey reader, int step) {
        List<String> paths = new ArrayList<>();
        for (Kind kind : Kind.ALL) {
            paths.add(kind.path);
            if (kind == Kind.KEY && reader.project != null) {
                continue;
            }
            List<Long> ever = world.everKnown.get(kind);
            Set<Long> ids = new TreeSet<>(visibleIds(reader, kind));
            if (!ever.isEmpty()) {
                ids.add(ever.get(step % ever.size()));
            }
            ids.forEach(id -> paths.add(kind.path + "/" + id));
            if (kind == Kind.PROJECT) {
                ids.forEach(id -> paths.add(kind.path + "/" + id + "/operators"));
                ids.forEach(id -> paths.add(kind.path + "/" + id + "/virtual_numbers"));
            }
        }
        paths.add(paths.get(0) + "?page=" + (1 + step % 2) + "&per_page=2");
        return paths;
    }

    private List<Long> visibleIds(ApiKey reader, Kind kind) {
        return world.all(kind).stream()
                .filter(thing -> isVisible(reader, thing))
                .map(thing -> thing.id)
                .toList();
    }
}
