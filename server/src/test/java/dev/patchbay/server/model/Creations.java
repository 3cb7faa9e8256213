package dev.patchbay.server.model;

import dev.patchbay.server.model.Answer.Refused;
import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Operator;
import dev.patchbay.server.model.World.Project;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request that makes something. */
final class Creations {

    private static final List<String> PERMISSIONS = List.of("read", "write", "delete", "admin");

    private final Model model;
    private final ApiKey caller;
    private final Body body;
    private final Model.Told told;

    Creations(Model model, ApiKey caller, Body body, Model.Told told) {
        this.model = model;
        this.caller = caller;
        this.body = body;
        this.told = told;
    }

    Answer answer(Kind kind) {
        return switch (kind) {
            case OPERATOR -> operator();
            case NUMBER -> number();
            case PROJECT -> project();
            case KEY -> key();
        };
    }

    private Answer operator() {
        String name = body.text("name", true, Body::name);
        String phone = body.text("phone_number", true, Body.phone("US"));
        String email = body.optionalText("email", Body::email);
        Boolean active = body.flag("active");
        body.check();
        Operator operator = make(told.id(), Objects.requireNonNull(name), Objects.requireNonNull(phone));
        operator.email = email;
        operator.active = active == null || active;
        return model.detail(201, operator, caller);
    }

    /** An operator that the caller sees. */
    Operator make(long id, String name, String phone) {
        Operator operator = new Operator(id, caller.account);
        operator.name = name;
        operator.phone = phone;
        if (caller.project != null) {
            operator.projects.add(caller.project);
        }
        model.world.add(operator);
        return operator;
    }

    private Answer number() {
        if (isBlank("phone_number")) {
            throw Refused.because(422, "phone_number is required");
        }
        String region = knownRegion();
        String phone = body.text("phone_number", true, Body.phone(region == null ? "US" : region));
        String country = body.optionalText("country_code", Creations::region);
        if (phone != null && country != null && phone.startsWith("+44") != country.equals("GB")) {
            body.wrong("country_code", "is invalid");
        }
        body.optionalText(
                "number_type", word -> String.valueOf(word).equals("huge") ? "!is not included in the list" : word);
        String name = body.optionalText("name", Body::name);
        body.integer("requirement_group_id", 1, Long.MAX_VALUE, "must be greater than or equal to 1");
        body.optionalText("upfront_cost", text -> text);
        body.check();
        String e164 = Objects.requireNonNull(phone);
        if (model.world.numbers().stream().anyMatch(other -> other.phone.equals(e164))) {
            throw new Refused(Answer.of(422, Shapes.object("errors", List.of("Phone number has already been taken"))));
        }
        VirtualNumber number = new VirtualNumber(told.id(), caller.account);
        number.phone = e164;
        number.country = country != null ? country : e164.startsWith("+44") ? "GB" : "US";
        number.name = name;
        number.project = caller.project;
        model.world.add(number);
        return Answer.data(201, model.shapes.summary(number)).about(number);
    }

    private @Nullable String knownRegion() {
        JsonNode country = body.raw("country_code");
        String region = country != null && country.isString() ? region(country.stringValue()) : "!";
        return region.startsWith("!") ? null : region;
    }

    private static String region(@Nullable String text) {
        String region = String.valueOf(text).toUpperCase(Locale.ROOT);
        return Set.of("US", "CA", "GB").contains(region) ? region : "!is invalid";
    }

    boolean isBlank(String name) {
        JsonNode node = body.raw(name);
        return node == null || (node.isString() && node.stringValue().isBlank());
    }

    private Answer project() {
        Map<String, @Nullable Object> said = body.project(true);
        Project project = new Project(told.id(), caller.account);
        Object language = said.get("language");
        for (String member : List.of(
                "name",
                "language",
                "description",
                "industry",
                "goal_language",
                "summary_language",
                "long_pause_threshold_seconds",
                "transcription_hints",
                "retention_days",
                "quality_baseline_enabled",
                "quality_baseline_pct")) {
            Object otherwise = member.endsWith("_language") ? language : member.endsWith("_enabled") ? false : null;
            Object value = said.get(member);
            project.said.put(member, value == null ? otherwise : value);
        }
        project.createdAt = told.text("created_at");
        project.updatedAt = project.createdAt;
        model.world.add(project);
        return model.detail(201, project, caller);
    }

    private Answer key() {
        String name = body.text("name", true, Body::name);
        List<String> permissions = permissions();
        Long project = body.integer("project_id", Long.MIN_VALUE, Long.MAX_VALUE, "");
        String expiresAt = body.optionalText("expires_at", Creations::expiry);
        body.check();
        if (!caller.permissions.containsAll(permissions)) {
            throw Refused.because(403, "Cannot grant permissions the key does not have");
        }
        if (project != null) {
            model.visible(caller, Kind.PROJECT, project);
        }
        ApiKey key = new ApiKey(told.id(), caller.account);
        key.name = Objects.requireNonNull(name);
        key.permissions = permissions;
        key.project = project;
        key.expiresAt = expiresAt;
        key.secret = told.text("key");
        key.createdAt = told.text("created_at");
        model.world.add(key);
        return Answer.data(201, model.shapes.shape(key, true)).about(key);
    }

    private List<String> permissions() {
        JsonNode words = body.raw("permissions");
        List<String> given = new ArrayList<>();
        if (words == null || (words.isArray() && words.isEmpty())) {
            body.wrong("permissions", "can't be blank");
            return given;
        }
        if (!words.isArray()) {
            body.wrong("permissions", "must be an array of strings");
            return given;
        }
        words.forEach(word -> given.add(word.isString() ? word.stringValue() : ""));
        if (!PERMISSIONS.containsAll(given)) {
            body.wrong("permissions", "must be of read, write, delete and admin");
        } else if (Set.copyOf(given).size() < given.size()) {
            body.wrong("permissions", "must not contain duplicates");
        }
        return PERMISSIONS.stream().filter(given::contains).toList();
    }

    private static String expiry(@Nullable String text) {
        return switch (String.valueOf(text)) {
            case "2099-01-01T00:00:00Z" -> "2099-01-01T00:00:00Z";
            case "2001-01-01T00:00:00Z" -> "!must be in the future";
            default -> "!is invalid";
        };
    }
}
