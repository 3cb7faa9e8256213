package dev.patchbay.server.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** All kinds of aggregates, and ones of them that hold something wherever they can. */
final class Aggregates {

    private static final Instant SOME_TIME = Instant.parse("2026-04-15T12:00:00.123456789Z");

    private Aggregates() {}

    /** Found as the server finds them. */
    static List<Class<?>> all() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return scan.findCandidateComponents("dev.patchbay.command").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .toList();
    }

    static Class<?> named(String simpleName) {
        return all().stream()
                .filter(aggregate -> aggregate.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow();
    }

    /** One to which nothing has happened. */
    static Object empty(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One with other values than those that it begins with, in all fields and whatever is in them. */
    static Object full(Class<?> type) {
        Object made = empty(type);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                set(made, field, value(field.getGenericType()));
            }
        }
        return made;
    }

    static void set(Object aggregate, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(aggregate, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            return collection((Class<?>) of.getRawType(), of.getActualTypeArguments());
        }
        Class<?> plain = ClassUtils.resolvePrimitiveIfNecessary((Class<?>) type);
        if (plain == Boolean.class) {
            return true;
        } else if (plain == Integer.class) {
            return 7;
        } else if (plain == Long.class) {
            return Long.MAX_VALUE - 7;
        } else if (plain == Double.class) {
            return 0.1;
        } else if (plain == String.class) {
            return "Ä \"quoted\" \u0000 \uD83D\uDE80 text";
        } else if (plain == Instant.class) {
            return SOME_TIME;
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        return plain.isRecord() ? record(plain) : full(plain);
    }

    private static Object collection(Class<?> kind, Type... of) {
        if (kind == List.class) {
            return List.of(value(of[0]));
        } else if (kind == Set.class) {
            return Set.of(value(of[0]));
        } else if (kind == Map.class) {
            return Map.of(value(of[0]), value(of[1]));
        }
        throw new IllegalStateException("nobody knows how to fill a " + kind);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(components)
                    .map(RecordComponent::getGenericType)
                    .map(Aggregates::value)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
