package dev.patchbay.server.model;

import dev.patchbay.server.model.Answer.Refused;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Operator;
import dev.patchbay.server.model.World.Project;
import dev.patchbay.server.model.World.Thing;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request that changes something. */
final class Writes {

    private final Model model;
    private final ApiKey caller;
    private final Path path;
    private final Request request;
    private final Model.Told told;

    Writes(Model model, ApiKey caller, Path path, Request request, Model.Told told) {
        this.model = model;
        this.caller = caller;
        this.path = path;
        this.request = request;
        this.told = told;
    }

    Answer answer() {
        boolean creation = path.size() == 1 || path.parts().get(1).equals("purchase");
        if (creation) {
            return new Creations(model, caller, Body.of(request), told).answer(Reads.kind(path.root()));
        }
        Thing thing = model.visible(caller, Reads.kind(path.root()), path.id(1));
        if (path.size() > 2) {
            return path.root().equals("projects")
                    ? link((Project) thing)
                    : new RingOrders(model, caller, request, path, told)
                            .answer((VirtualNumber) thing, this::requireMatch);
        }
        return request.method().equals("DELETE") ? delete(thing) : change(thing);
    }

    private Answer delete(Thing thing) {
        requireMatch(thing);
        switch (thing) {
            case Operator operator -> model.world.delete(operator);
            case Project project -> model.world.delete(project);
            default -> model.world.remove(thing);
        }
        return thing.kind == Kind.PROJECT ? Answer.empty(204) : Answer.of(200, Shapes.object("success", true));
    }

    private Answer change(Thing thing) {
        Body body = Body.of(request);
        switch (thing) {
            case Operator operator -> change(operator, body);
            case VirtualNumber number -> change(number, body);
            default -> change((Project) thing, body);
        }
        return model.detail(200, thing, caller);
    }

    private void change(Operator operator, Body body) {
        String name = body.text("name", false, Body::name);
        String phone = body.text("phone_number", false, Body.phone("US"));
        String email = body.optionalText("email", Body::email);
        Boolean active = body.flag("active");
        body.check();
        requireMatch(operator);
        String before = fingerprint(operator);
        operator.name = name == null ? operator.name : name;
        operator.phone = phone == null ? operator.phone : phone;
        operator.email = body.has("email") ? email : operator.email;
        operator.active = active == null ? operator.active : active;
        count(operator, !before.equals(fingerprint(operator)));
    }

    private static String fingerprint(Operator operator) {
        return operator.name + operator.phone + operator.email + operator.active;
    }

    private void change(VirtualNumber number, Body body) {
        String name = body.optionalText("name", Body::name);
        Boolean active = body.flag("active");
        Boolean recording = body.flag("recording");
        String strategy = body.text(
                "routing_strategy",
                false,
                word -> String.valueOf(word).equals("random") ? "!is not included in the list" : word);
        Answering answering = new Answering(model, caller, number, body);
        body.check();
        answering.requireReferences();
        requireMatch(number);
        answering.requireNoWayBack();
        String before = fingerprint(number);
        number.name = body.has("name") ? name : number.name;
        number.active = active == null ? number.active : active;
        number.recording = recording == null ? number.recording : recording;
        number.strategy = strategy == null ? number.strategy : strategy;
        answering.apply();
        count(number, !before.equals(fingerprint(number)));
    }

    private static String fingerprint(VirtualNumber number) {
        return number.name
                + number.active
                + number.recording
                + number.strategy
                + number.ringTimeout
                + number.fallback
                + number.ringSeconds;
    }

    private void change(Project project, Body body) {
        Map<String, @Nullable Object> said = body.project(false);
        requireMatch(project);
        String before = project.said.toString();
        project.said.putAll(said);
        if (!before.equals(project.said.toString())) {
            project.revision++;
            project.updatedAt = told.text("updated_at");
        }
    }

    private Answer link(Project project) {
        Kind kind = Reads.kind(path.branch());
        if (path.size() == 4) {
            Thing member = model.visible(caller, kind, path.id(3));
            if (!isIn(project, member)) {
                throw Refused.notFound();
            }
            requireMatch(member);
            move(member, project, false);
            return model.detail(200, member, caller);
        }
        String name = kind == Kind.OPERATOR ? "operator_id" : "virtual_number_id";
        Long id = Body.of(request).reference(name);
        if (id == null) {
            throw Refused.because(422, name + " is required");
        }
        Thing member = model.visible(caller, kind, id);
        requireMatch(member);
        if (!isIn(project, member)) {
            move(member, project, true);
        }
        return model.detail(200, member, caller);
    }

    private static boolean isIn(Project project, Thing member) {
        return member instanceof Operator operator
                ? operator.projects.contains(project.id)
                : Objects.equals(((VirtualNumber) member).project, project.id);
    }

    private static void move(Thing member, Project project, boolean in) {
        member.revision++;
        if (member instanceof VirtualNumber number) {
            number.project = in ? project.id : null;
        } else if (in) {
            ((Operator) member).projects.add(project.id);
        } else {
            ((Operator) member).projects.remove(project.id);
        }
    }

    private static void count(Thing thing, boolean changed) {
        thing.revision += changed ? 1 : 0;
    }

    /** Refuses when the client has not seen the thing as it is. */
    private void requireMatch(Thing thing) {
        String ifMatch = request.ifMatch();
        if (ifMatch == null || ifMatch.equals("*") || ifMatch.startsWith("\"" + thing.seenVersion + "-")) {
            return;
        }
        throw new Refused(Answer.error(412, "Precondition failed").about(thing));
    }
}
