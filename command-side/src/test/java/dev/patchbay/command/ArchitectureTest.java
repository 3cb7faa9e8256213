package dev.patchbay.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** What the shape of the command side promises; each rule was seen to fail. */
@AnalyzeClasses(packages = "dev.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule state_changes_only_by_events = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Aggregate.class)
            .should(Evolution.BE_ASSIGNED_ONLY_BY_EVOLVE_OR_WHERE_THEY_ARE_DECLARED)
            .because("what changes without an event is not in the log, and is lost with the process");

    @ArchTest
    static final ArchRule state_of_a_part_changes_only_by_events = fields().that()
            .areDeclaredInClassesThat(Evolution.ARE_PARTS_OF_AGGREGATES)
            .should(Evolution.BE_ASSIGNED_ONLY_BY_EVOLVE_OR_WHERE_THEY_ARE_DECLARED)
            .because("a part of an aggregate is as much in the log as the rest of it");

    @ArchTest
    static final ArchRule aggregates_hold_no_state_of_all_aggregates = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Aggregate.class)
            .and()
            .areStatic()
            .should()
            .beFinal()
            .because("a static field is state that no event ever set");

    @ArchTest
    static final ArchRule what_evolves_is_only_assigned = methods()
            .that()
            .haveName("evolve")
            .should(Evolution.ONLY_ASSIGN_WHAT_THE_EVENT_SAYS)
            .because("an old event must always lead to the same state: no clock, no chance, no log, no check");

    @ArchTest
    static final ArchRule who_decides_is_called_decide = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .should()
            .haveName("decide")
            .because("the verb says where the code runs");

    @ArchTest
    static final ArchRule what_is_called_decide_is_wired = methods()
            .that()
            .haveName("decide")
            .should()
            .beAnnotatedWith(CommandHandler.class)
            .because("a handler without its annotation is never called");

    @ArchTest
    static final ArchRule what_evolves_is_called_evolve = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .haveName("evolve")
            .because("the verb says where the code runs");

    @ArchTest
    static final ArchRule what_is_called_evolve_is_wired = methods()
            .that()
            .haveName("evolve")
            .should()
            .beAnnotatedWith(EventSourcingHandler.class)
            .because("a handler without its annotation is never called");

    @ArchTest
    static final ArchRule what_reacts_is_called_react = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.patchbay.command..")
            .and()
            .areAnnotatedWith(EventHandler.class)
            .should()
            .haveName("react")
            .because("the verb says where the code runs");

    @ArchTest
    static final ArchRule what_is_called_react_is_wired = methods()
            .that()
            .haveName("react")
            .should()
            .beAnnotatedWith(EventHandler.class)
            .because("a handler without its annotation is never called");

    @ArchTest
    static final ArchRule what_reacts_is_a_consequence = methods()
            .that()
            .haveName("react")
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Consequences.class)
            .because("only that processing group runs within the unit of work and passes refusals on");

    @ArchTest
    static final ArchRule the_command_side_is_alone = noClasses()
            .that()
            .resideInAPackage("dev.patchbay.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.patchbay.query..", "dev.patchbay.rest..", "dev.patchbay.server..")
            .because("the same code runs as one process or as many, and everything crosses on the buses");
}
