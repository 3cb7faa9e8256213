package dev.patchbay.server.model;

import dev.patchbay.server.model.World.ApiKey;
import dev.patchbay.server.model.World.Operator;
import dev.patchbay.server.model.World.Project;
import dev.patchbay.server.model.World.VirtualNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the things of a world are answered, to whoever sees only one project or the whole account. */
final class Shapes {

    private static final Comparator<Operator> BY_NAME = Comparator.<Operator>comparingInt(
                    operator -> Names.rank(operator.name))
            .thenComparing(operator -> operator.id);

    private final World world;

    Shapes(World world) {
        this.world = world;
    }

    boolean sees(long account, @Nullable Long project, Operator operator) {
        return operator.account == account && (project == null || operator.projects.contains(project));
    }

    boolean sees(long account, @Nullable Long project, VirtualNumber number) {
        return number.account == account && (project == null || project.equals(number.project));
    }

    List<Operator> operators(long account, @Nullable Long project) {
        return world.operators().stream()
                .filter(operator -> sees(account, project, operator))
                .sorted(BY_NAME)
                .toList();
    }

    List<VirtualNumber> numbers(long account, @Nullable Long project) {
        return world.numbers().stream()
                .filter(number -> sees(account, project, number))
                .toList();
    }

    private List<VirtualNumber> numbersOf(Operator operator, @Nullable Long project) {
        return numbers(operator.account, project).stream()
                .filter(number -> number.ring.contains(operator.id))
                .toList();
    }

    Map<String, @Nullable Object> summary(Operator operator, @Nullable Long project) {
        Map<String, @Nullable Object> shape = operatorStart(operator);
        shape.put("virtual_numbers_count", numbersOf(operator, project).size());
        return shape;
    }

    Map<String, @Nullable Object> detail(Operator operator, @Nullable Long project) {
        Map<String, @Nullable Object> shape = operatorStart(operator);
        shape.put(
                "virtual_numbers",
                numbersOf(operator, project).stream()
                        .map(number -> object(
                                "id", number.id,
                                "phone_number", number.phone,
                                "name", number.name,
                                "active", number.active))
                        .toList());
        return shape;
    }

    private static Map<String, @Nullable Object> operatorStart(Operator operator) {
        return object(
                "id", operator.id,
                "name", operator.name,
                "phone_number", operator.phone,
                "email", operator.email,
                "active", operator.active,
                "initials", Names.initials(operator.name));
    }

    Map<String, @Nullable Object> summary(VirtualNumber number) {
        return object(
                "id", number.id,
                "phone_number", number.phone,
                "name", number.name,
                "country_code", number.country,
                "active", number.active,
                "ai_receptionist_enabled", false,
                "operators",
                        number.ring.stream()
                                .limit(3)
                                .map(world::operator)
                                .map(operator -> object(
                                        "id", operator.id,
                                        "name", operator.name,
                                        "initials", Names.initials(operator.name)))
                                .toList(),
                "operators_count", number.ring.size());
    }

    Map<String, @Nullable Object> detail(VirtualNumber number, @Nullable Long project) {
        List<Object> attached = new ArrayList<>();
        for (Long id : number.ring) {
            Map<String, @Nullable Object> entry = person(world.operator(id));
            entry.put("priority", attached.size());
            entry.put("ring_seconds", number.ringSeconds.get(id));
            attached.add(entry);
        }
        return object(
                "id", number.id,
                "phone_number", number.phone,
                "name", number.name,
                "country_code", number.country,
                "active", number.active,
                "recording", number.recording,
                "routing_strategy", number.strategy,
                "ring_timeout_seconds", number.ringTimeout,
                "fallback", number.fallback,
                "ai_receptionist_enabled", false,
                "stats",
                        object(
                                "total_calls", 0,
                                "answered_calls", 0,
                                "missed_calls", 0,
                                "average_duration_seconds", 0),
                "operators", attached,
                "available_operators",
                        operators(number.account, project).stream()
                                .filter(operator -> operator.active && !number.ring.contains(operator.id))
                                .map(Shapes::person)
                                .toList(),
                "recent_calls", List.of());
    }

    private static Map<String, @Nullable Object> person(Operator operator) {
        return object(
                "id", operator.id,
                "name", operator.name,
                "phone_number", operator.phone,
                "initials", Names.initials(operator.name));
    }

    Map<String, @Nullable Object> summary(Project project) {
        return object(
                "id",
                project.id,
                "name",
                project.name(),
                "language",
                project.said.get("language"),
                "industry",
                project.said.get("industry"),
                "created_at",
                project.createdAt,
                "updated_at",
                project.updatedAt);
    }

    Map<String, @Nullable Object> detail(Project project) {
        Map<String, @Nullable Object> shape = summary(project);
        for (String member : List.of(
                "description",
                "goal_language",
                "summary_language",
                "long_pause_threshold_seconds",
                "transcription_hints",
                "retention_days",
                "quality_baseline_enabled",
                "quality_baseline_pct")) {
            shape.put(member, project.said.get(member));
        }
        shape.put("recordings_count", 0);
        shape.put("virtual_numbers_count", numbers(project.account, project.id).size());
        return shape;
    }

    /** A key as it is shown: whole, with null for its last use, when it is new. */
    Map<String, @Nullable Object> shape(ApiKey key, boolean whole) {
        Map<String, @Nullable Object> shape =
                object("id", key.id, "name", key.name, "prefix", key.secret.substring(0, 8));
        if (whole) {
            shape.put("key", key.secret);
        }
        shape.put("permissions", key.permissions);
        shape.put("project_id", key.project);
        shape.put("expires_at", key.expiresAt);
        shape.put("last_used_at", whole || !key.used ? null : Comparison.SOME_TIME);
        shape.put("created_at", key.createdAt);
        return shape;
    }

    static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
