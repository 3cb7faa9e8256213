package dev.patchbay.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.caller.Open;
import dev.patchbay.rest.caller.Requires;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.RequestMapping;

@AnalyzeClasses(packages = "dev.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_command_side_knows_no_other_side = noClasses()
            .that()
            .resideInAPackage("dev.patchbay.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.patchbay.query..", "dev.patchbay.rest..", "dev.patchbay.server..")
            .because("sides meet on the buses only, so that they may run in processes of their own");

    @ArchTest
    static final ArchRule the_query_side_knows_no_other_side = noClasses()
            .that()
            .resideInAPackage("dev.patchbay.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.patchbay.command..", "dev.patchbay.rest..", "dev.patchbay.server..")
            .because("sides meet on the buses only, so that they may run in processes of their own");

    @ArchTest
    static final ArchRule the_api_knows_no_side = noClasses()
            .that()
            .resideInAPackage("dev.patchbay.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.patchbay.command..", "dev.patchbay.query..", "dev.patchbay.server..", "java.sql..")
            .because("the API translates HTTP and reaches everything else over the buses and its own ports");

    @ArchTest
    static final ArchRule the_language_knows_nobody = classes()
            .that()
            .resideInAPackage("dev.patchbay.shared..")
            .and()
            .resideOutsideOfPackage("dev.patchbay.shared.past")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.patchbay.shared..",
                    "java..",
                    "org.jspecify..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.messaging..",
                    "org.axonframework.modelling.command..",
                    "org.axonframework.queryhandling..",
                    "org.axonframework.serialization..",
                    "com.google.i18n.phonenumbers..",
                    "com.ibm.icu..",
                    "com.sanctionco.jmail..")
            .because("events are stored for ever and every module speaks this language");

    @ArchTest
    static final ArchRule every_route_says_who_may_take_it = methods()
            .that(DescribedPredicate.describe("are routes", ArchitectureTest::isRoute))
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(ForAgents.class)
            .orShould()
            .beAnnotatedWith(Open.class)
            .because("a route that forgets its permission would be open to every key");

    @ArchTest
    static final ArchRule what_handles_an_event_in_the_views_is_called_on = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.patchbay.query..")
            .and()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .haveName("on")
            .because("the verb says where the code runs");

    @ArchTest
    static final ArchRule nothing_called_on_lacks_its_annotation = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.patchbay.query..")
            .and()
            .haveName("on")
            .should()
            .beAnnotatedWith(EventHandler.class)
            .because("a projection method without its annotation is never called, silently");

    @ArchTest
    static final ArchRule what_handles_a_query_is_called_answer = methods()
            .that()
            .areAnnotatedWith(QueryHandler.class)
            .should()
            .haveName("answer")
            .because("the verb says where the code runs");

    @ArchTest
    static final ArchRule nothing_called_answer_lacks_its_annotation = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.patchbay.query..")
            .and()
            .haveName("answer")
            .should()
            .beAnnotatedWith(QueryHandler.class)
            .because("an answer without its annotation is never given, silently");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethodWhere(target(owner(DescribedPredicate.describe("Thread", ArchitectureTest::isThread)))
                    .and(target(name("sleep"))))
            .because("who waits is woken by what it waits for");

    private static boolean isRoute(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class);
    }

    private static boolean isThread(JavaClass type) {
        return type.isEquivalentTo(Thread.class);
    }
}
