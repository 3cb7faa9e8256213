package dev.patchbay.query.audit;

import dev.patchbay.shared.Kind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other things that an event names, by components that are called after what they are to the thing of the event. */
final class Naming {

    private static final Map<String, Kind> COMPONENTS = Map.of(
            "assistantId", Kind.ASSISTANT,
            "domainId", Kind.DOMAIN,
            "fallbackVirtualNumberId", Kind.VIRTUAL_NUMBER,
            "operatorId", Kind.OPERATOR,
            "projectId", Kind.PROJECT,
            "roleId", Kind.ROLE,
            "roleIds", Kind.ROLE,
            "teamId", Kind.TEAM,
            "teamIds", Kind.TEAM);

    /** Of these, events that name another thing link both. */
    private static final List<Kind> LINKING =
            List.of(Kind.AGENT, Kind.API_KEY, Kind.IDENTITY, Kind.OPERATOR, Kind.VIRTUAL_NUMBER);

    private static final Map<Class<?>, List<RecordComponent>> KNOWN = new ConcurrentHashMap<>();

    private final List<Source> named = new ArrayList<>();

    static Naming of(Object event) {
        Naming naming = new Naming();
        for (RecordComponent component : KNOWN.computeIfAbsent(event.getClass(), Naming::components)) {
            Kind kind = Objects.requireNonNull(COMPONENTS.get(component.getName()), "only these are known");
            ids(component, event).forEach(id -> naming.named.add(new Source(kind, id)));
        }
        return naming;
    }

    Optional<Long> project() {
        return named.stream()
                .filter(thing -> thing.kind() == Kind.PROJECT)
                .map(Source::id)
                .findFirst();
    }

    /** What the event links its own thing with. */
    Stream<Source> linked(Source subject) {
        return LINKING.contains(subject.kind())
                ? named.stream().filter(thing -> !thing.equals(subject)).distinct()
                : Stream.empty();
    }

    private static List<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> COMPONENTS.containsKey(component.getName()))
                .toList();
    }

    private static Stream<Long> ids(RecordComponent component, Object event) {
        return switch (value(component, event)) {
            case null -> Stream.empty();
            case List<?> ids -> ids.stream().map(Long.class::cast);
            case Object id -> Stream.of((Long) id);
        };
    }

    private static @Nullable Object value(RecordComponent component, Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
