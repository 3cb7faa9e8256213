package dev.patchbay.command;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;

/** How the state of an aggregate comes to be. */
final class Evolution {

    static final DescribedPredicate<JavaClass> ARE_PARTS_OF_AGGREGATES = DescribedPredicate.describe(
            "are parts of aggregates",
            type -> type.getFieldsWithTypeOfSelf().stream()
                    .anyMatch(field -> field.isAnnotatedWith(AggregateMember.class)));

    static final ArchCondition<JavaField> BE_ASSIGNED_ONLY_BY_EVOLVE_OR_WHERE_THEY_ARE_DECLARED =
            new ArchCondition<>("be assigned only by evolve or where they are declared") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    field.getAccessesToSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET)
                            .filter(access -> !isEvolution(access.getOrigin()) && !isInitialization(access))
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(field, access.getDescription())));
                }
            };

    static final ArchCondition<JavaMethod> ONLY_ASSIGN_WHAT_THE_EVENT_SAYS =
            new ArchCondition<>("only assign what the event says") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    accessesFrom(method, new HashSet<>())
                            .filter(access -> !isHarmless(access.getTarget()))
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(method, access.getDescription())));
                }
            };

    /** Whatever is not a value, a collection of values or the end of the aggregate may be a clock, chance, log or check. */
    private static final List<String> HARMLESS_PACKAGES =
            List.of("dev.patchbay.shared", "dev.patchbay.command", "java.util.stream", "java.util.function");

    private static final Set<String> HARMLESS_TYPES = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.String",
            "java.util.List",
            "java.util.Map",
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.util.Set",
            "java.util.LinkedHashSet",
            AggregateLifecycle.class.getName() + "#markDeleted");

    private Evolution() {}

    private static boolean isEvolution(JavaCodeUnit origin) {
        return origin.getName().equals("evolve") && origin.isAnnotatedWith(EventSourcingHandler.class);
    }

    /** A constructor assigns what is written at the fields, which come before it, and then what is written within it. */
    private static boolean isInitialization(JavaFieldAccess access) {
        JavaCodeUnit origin = access.getOrigin();
        return origin.getName().equals("<clinit>")
                || (origin instanceof JavaConstructor && access.getLineNumber() < bodyOf(origin));
    }

    /** The line at which a constructor begins: that of its call to the constructor of the class above. */
    private static int bodyOf(JavaCodeUnit constructor) {
        return constructor.getConstructorCallsFromSelf().stream()
                .filter(call -> constructor
                        .getOwner()
                        .getRawSuperclass()
                        .filter(call.getTargetOwner()::equals)
                        .isPresent())
                .mapToInt(JavaAccess::getLineNumber)
                .findFirst()
                .orElseThrow();
    }

    /** What a method touches, itself or through others of the command side. */
    private static Stream<JavaAccess<?>> accessesFrom(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return Stream.empty();
        }
        return unit.getAccessesFromSelf().stream()
                .flatMap(access -> Stream.concat(
                        Stream.of(access),
                        access.getTarget()
                                .resolveMember()
                                .filter(JavaCodeUnit.class::isInstance)
                                .map(JavaCodeUnit.class::cast)
                                .filter(next -> next.getOwner().getPackageName().startsWith("dev.patchbay.command"))
                                .map(next -> accessesFrom(next, seen))
                                .orElseGet(Stream::empty)));
    }

    private static boolean isHarmless(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return !owner.isAssignableTo(Throwable.class)
                && (HARMLESS_PACKAGES.stream().anyMatch(owner.getPackageName()::startsWith)
                        || HARMLESS_TYPES.contains(owner.getName())
                        || HARMLESS_TYPES.contains(owner.getName() + "#" + target.getName()));
    }
}
