package dev.patchbay.command.operator;

import dev.patchbay.command.project.SomeProjects;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorCommand;
import dev.patchbay.shared.operator.OperatorCommand.ActivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorEmail;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorPhoneNumber;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorCommand.RestoreOperator;
import dev.patchbay.shared.operator.OperatorCommand.UnlinkOperatorFromProject;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorRestored;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorTest {

    private static final OperatorId ADA = new OperatorId(42);
    private static final ProjectId SALES = new ProjectId(3);
    private static final ProjectId SUPPORT = new ProjectId(4);
    private static final ProjectId ELSEWHERE = new ProjectId(9);

    private final FixtureConfiguration<Operator> operator =
            new AggregateTestFixture<>(Operator.class).registerInjectableResource(SomeProjects.of(7, SALES, SUPPORT));

    static Stream<OperatorCommand> everyCommandAfterCreation() {
        return Stream.of(
                rename("Ada King"),
                changePhoneNumber("+37061234568"),
                changeEmail(null),
                new ActivateOperator(ADA),
                new DeactivateOperator(ADA),
                link(SALES),
                unlink(SALES),
                new DeleteOperator(ADA));
    }

    @Test
    void is_created_with_an_address() {
        operator.givenNoPriorActivity()
                .when(new CreateOperator(
                        ADA,
                        new AccountId(7),
                        new DisplayName("Ada"),
                        new PhoneNumber("+37061234567"),
                        new EmailAddress("ada@example.lt"),
                        true))
                .expectEvents(created());
    }

    @Test
    void is_created_without_an_address_and_inactive() {
        operator.givenNoPriorActivity()
                .when(new CreateOperator(
                        ADA, new AccountId(7), new DisplayName("Ada"), new PhoneNumber("+37061234567"), null, false))
                .expectEvents(new OperatorCreated(42, 7, "Ada", "+37061234567", null, false));
    }

    @Test
    void is_renamed() {
        operator.given(created()).when(rename("Ada King")).expectEvents(new OperatorRenamed(42, "Ada King"));
    }

    @Test
    void is_silent_when_it_already_has_the_name() {
        operator.given(created(), new OperatorRenamed(42, "Ada King"))
                .when(rename("Ada King"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_renamed_when_only_the_case_differs() {
        operator.given(created()).when(rename("ADA")).expectEvents(new OperatorRenamed(42, "ADA"));
    }

    @Test
    void changes_its_phone_number() {
        operator.given(created())
                .when(changePhoneNumber("+37061234568"))
                .expectEvents(new OperatorPhoneNumberChanged(42, "+37061234568"));
    }

    @Test
    void is_silent_when_it_already_has_the_phone_number() {
        operator.given(created(), new OperatorPhoneNumberChanged(42, "+37061234568"))
                .when(changePhoneNumber("+37061234568"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void changes_its_address() {
        operator.given(created())
                .when(changeEmail(new EmailAddress("king@example.lt")))
                .expectEvents(new OperatorEmailChanged(42, "king@example.lt"));
    }

    @Test
    void is_silent_when_it_already_has_the_address() {
        operator.given(created(), new OperatorEmailChanged(42, "king@example.lt"))
                .when(changeEmail(new EmailAddress("king@example.lt")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void loses_its_address() {
        operator.given(created()).when(changeEmail(null)).expectEvents(new OperatorEmailChanged(42, null));
    }

    @Test
    void is_silent_when_it_has_no_address_to_lose() {
        operator.given(created(), new OperatorEmailChanged(42, null))
                .when(changeEmail(null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_deactivated() {
        operator.given(created()).when(new DeactivateOperator(ADA)).expectEvents(new OperatorDeactivated(42));
    }

    @Test
    void is_silent_when_it_is_already_inactive() {
        operator.given(created(), new OperatorDeactivated(42))
                .when(new DeactivateOperator(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_activated() {
        operator.given(created(), new OperatorDeactivated(42))
                .when(new ActivateOperator(ADA))
                .expectEvents(new OperatorActivated(42));
    }

    @Test
    void is_silent_when_it_is_already_active() {
        operator.given(created())
                .when(new ActivateOperator(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_linked_to_several_projects() {
        operator.given(created(), new OperatorLinkedToProject(42, 3))
                .when(link(SUPPORT))
                .expectEvents(new OperatorLinkedToProject(42, 4));
    }

    @Test
    void is_silent_when_it_is_already_linked_to_the_project() {
        operator.given(created(), new OperatorLinkedToProject(42, 3))
                .when(link(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_linked_again_after_it_was_unlinked() {
        operator.given(created(), new OperatorLinkedToProject(42, 3), new OperatorUnlinkedFromProject(42, 3))
                .when(link(SALES))
                .expectEvents(new OperatorLinkedToProject(42, 3));
    }

    @Test
    void is_refused_a_link_to_a_project_that_its_account_does_not_have() {
        operator.given(created())
                .when(link(ELSEWHERE))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-9 is not there"));
    }

    @Test
    void is_refused_a_link_to_a_project_of_another_account() {
        operator.given(new OperatorCreated(42, 8, "Ada", "+37061234567", null, true))
                .when(link(SALES))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-3 is not there"));
    }

    @Test
    void is_unlinked_from_one_project_and_stays_in_the_others() {
        operator.given(created(), new OperatorLinkedToProject(42, 3), new OperatorLinkedToProject(42, 4))
                .when(unlink(SALES))
                .expectEvents(new OperatorUnlinkedFromProject(42, 3));
    }

    @Test
    void is_silent_when_it_is_not_linked_to_the_project() {
        operator.given(created(), new OperatorLinkedToProject(42, 4))
                .when(unlink(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_unlinked_even_from_a_project_that_is_gone() {
        operator.given(created(), new OperatorLinkedToProject(42, 9))
                .when(unlink(ELSEWHERE))
                .expectEvents(new OperatorUnlinkedFromProject(42, 9));
    }

    @Test
    void leaves_its_projects_in_their_order_when_it_is_deleted() {
        operator.given(created(), new OperatorLinkedToProject(42, 4), new OperatorLinkedToProject(42, 3))
                .when(new DeleteOperator(ADA))
                .expectEvents(
                        new OperatorUnlinkedFromProject(42, 3),
                        new OperatorUnlinkedFromProject(42, 4),
                        new OperatorDeleted(42));
    }

    @Test
    void is_deleted_without_further_ado_when_it_is_in_no_project() {
        operator.given(created()).when(new DeleteOperator(ADA)).expectEvents(new OperatorDeleted(42));
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterCreation")
    void is_gone_once_it_is_deleted(OperatorCommand command) {
        operator.given(created(), new OperatorDeleted(42))
                .when(command)
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "operator-42 is gone"));
    }

    @Test
    void comes_back_as_it_was_but_in_no_project() {
        operator.given(created(), new OperatorDeleted(42))
                .when(new RestoreOperator(ADA))
                .expectEvents(new OperatorRestored(42));
        operator.given(created(), new OperatorDeleted(42), new OperatorRestored(42))
                .when(rename("Ada"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        operator.given(created(), new OperatorDeleted(42), new OperatorRestored(42))
                .when(link(SALES))
                .expectEvents(new OperatorLinkedToProject(42, 3));
    }

    @Test
    void does_not_come_back_while_it_is_there() {
        operator.given(created())
                .when(new RestoreOperator(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterCreation")
    void is_not_there_before_it_is_created(OperatorCommand command) {
        operator.givenNoPriorActivity()
                .when(command)
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private static OperatorCreated created() {
        return new OperatorCreated(42, 7, "Ada", "+37061234567", "ada@example.lt", true);
    }

    private static RenameOperator rename(String name) {
        return new RenameOperator(ADA, new DisplayName(name));
    }

    private static ChangeOperatorPhoneNumber changePhoneNumber(String e164) {
        return new ChangeOperatorPhoneNumber(ADA, new PhoneNumber(e164));
    }

    private static ChangeOperatorEmail changeEmail(EmailAddress email) {
        return new ChangeOperatorEmail(ADA, email);
    }

    private static LinkOperatorToProject link(ProjectId project) {
        return new LinkOperatorToProject(ADA, project);
    }

    private static UnlinkOperatorFromProject unlink(ProjectId project) {
        return new UnlinkOperatorFromProject(ADA, project);
    }
}
