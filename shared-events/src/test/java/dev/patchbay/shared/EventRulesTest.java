package dev.patchbay.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.axonframework.serialization.Revision;

/** What an event may be, because it is stored for ever. */
@AnalyzeClasses(packages = "dev.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class EventRulesTest {

    private static final Set<Class<?>> PLAIN = Set.of(
            long.class,
            int.class,
            boolean.class,
            Long.class,
            Integer.class,
            Boolean.class,
            Double.class,
            String.class,
            Instant.class);

    private static final Pattern SECRET = Pattern.compile(
            "secret|key|password|passphrase|token|credential|digest|hash|salt|private|bearer|signature|pin$",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NO_SECRETS_AFTER_ALL = Set.of(
            // The number of a key, which opens nothing.
            "apiKeyId",
            // The half of a pair that is answered in clear; it opens nothing without the other, which is not in the
            // log.
            "apiKey",
            // What a mail ends with.
            "textSignature",
            "htmlSignature",
            // A digest of the caller and an Idempotency-Key; neither is a secret, and nothing is opened by it.
            "requestKey");

    @ArchTest
    static final ArchRule events_are_records =
            classes().that(areEvents()).should().beRecords().because("a fact is its values and never changes");

    @ArchTest
    static final ArchRule events_say_their_revision = classes()
            .that(areEvents())
            .should()
            .beAnnotatedWith(Revision.class)
            .because("whoever reads the log later must know which form was stored");

    @ArchTest
    static final ArchRule what_has_a_revision_is_an_event = classes()
            .that()
            .areAnnotatedWith(Revision.class)
            .should()
            .beAssignableTo(Event.class)
            .because("only what is known as an event is under the rules and samples for events");

    @ArchTest
    static final ArchRule events_hold_plain_values = classes()
            .that(areEvents())
            .should(haveOnlyComponents("of plain types", component -> isPlain(component.getGenericType())))
            .because("a value type that is changed later would change the meaning of what is stored");

    @ArchTest
    static final ArchRule texts_about_people_are_personal = classes()
            .that(areEvents())
            .and()
            .resideInAnyPackage("..operator..", "..agent..")
            .should(haveOnlyComponents(
                    "that are marked as personal when they are texts",
                    component -> component.getType() != String.class || component.isAnnotationPresent(Personal.class)))
            .because("operators and agents are people, and what is said about a person must be erasable");

    @ArchTest
    static final ArchRule events_hold_no_secrets = classes()
            .that(areEvents())
            .should(haveOnlyComponents(
                    "that are not named like a secret",
                    component -> NO_SECRETS_AFTER_ALL.contains(component.getName())
                            || !SECRET.matcher(component.getName()).find()))
            .because("the log is kept for ever and read by many; secrets are in private.db");

    @ArchTest
    static final ArchRule the_language_knows_no_side = noClasses()
            .that()
            .resideInAPackage("dev.patchbay.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.patchbay.command..",
                    "dev.patchbay.query..",
                    "dev.patchbay.rest..",
                    "dev.patchbay.server..",
                    "org.springframework..")
            .because("both ends of a distributed bus share it, whatever runs there");

    private static DescribedPredicate<JavaClass> areEvents() {
        return DescribedPredicate.describe(
                "are events", type -> type.isAssignableTo(Event.class) && !type.isInterface());
    }

    private static ArchCondition<JavaClass> haveOnlyComponents(String what, Predicate<RecordComponent> allowed) {
        return new ArchCondition<>("have only components " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> event = type.reflect();
                if (event.isRecord()) {
                    Arrays.stream(event.getRecordComponents())
                            .filter(allowed.negate())
                            .forEach(component -> events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " has the component " + component.getName())));
                }
            }
        };
    }

    private static boolean isPlain(Type type) {
        return PLAIN.contains(type)
                || PLAIN.stream()
                        .map(plain -> List.class.getName() + "<" + plain.getName() + ">")
                        .anyMatch(type.getTypeName()::equals);
    }
}
