package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Together;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;

class EveryCommandIsDecidedTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.patchbay.shared", "dev.patchbay.command");

    static List<Class<?>> commands() {
        return Stream.concat(
                        Stream.of(Together.class, AllocateId.class),
                        CLASSES.stream()
                                .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                                .map(JavaClass::reflect))
                .toList();
    }

    static List<Class<?>> sealedCommands() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(Command.class) && type.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .filter(Class::isSealed)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void by_exactly_one_handler(Class<?> command) {
        assertThat(handlers().filter(handler -> handler.getParameterTypes()[0] == command))
                .hasSize(1);
    }

    /** Commands are sent to a process by the annotation, and decided there by the aggregate that they name themselves. */
    @ParameterizedTest
    @MethodSource("commandsOfAggregates")
    void where_its_aggregate_is(Class<?> command) {
        assertThat(Stream.concat(Stream.of(command), Arrays.stream(ClassUtils.getAllInterfacesForClass(command)))
                        .flatMap(EveryCommandIsDecidedTest::members)
                        .filter(member ->
                                ((AnnotatedElement) member).isAnnotationPresent(TargetAggregateIdentifier.class))
                        .map(Member::getName)
                        .distinct())
                .containsExactly("id");
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()));
    }

    static List<Class<?>> commandsOfAggregates() {
        return commands().stream().filter(Command.class::isAssignableFrom).toList();
    }

    @ParameterizedTest
    @MethodSource("sealedCommands")
    void and_every_permitted_record_is_among_them(Class<?> sealed) {
        assertThat(commands()).contains(sealed.getPermittedSubclasses());
    }

    @Test
    void and_nothing_else_is_decided() {
        assertThat(handlers().map(handler -> handler.getParameterTypes()[0]))
                .hasSameSizeAs(commands())
                .allMatch(commands()::contains);
        assertThat(sealedCommands()).isNotEmpty();
    }

    private static Stream<Method> handlers() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("dev.patchbay.command"))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class));
    }
}
