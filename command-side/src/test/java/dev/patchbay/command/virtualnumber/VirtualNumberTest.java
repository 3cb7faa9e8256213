package dev.patchbay.command.virtualnumber;

import dev.patchbay.command.operator.SomeOperators;
import dev.patchbay.command.project.SomeProjects;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.OperatorAttached;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.RecordingStarted;
import dev.patchbay.shared.virtualnumber.RecordingStopped;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.RoutingStrategyChanged;
import dev.patchbay.shared.virtualnumber.VirtualNumberActivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ActivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AssignVirtualNumberToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingSeconds;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingTimeout;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DeactivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DetachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RegisterVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RenameVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RestoreVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StartRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StopRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.Terms;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.WithdrawVirtualNumberFromProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualNumberTest {

    private static final VirtualNumberId SALES_LINE = new VirtualNumberId(11);
    private static final OperatorId ADA = new OperatorId(42);
    private static final ProjectId SALES = new ProjectId(3);
    private static final ProjectId SUPPORT = new ProjectId(4);
    private static final ProjectId ELSEWHERE = new ProjectId(9);

    private final FixtureConfiguration<VirtualNumber> number = new AggregateTestFixture<>(VirtualNumber.class)
            .registerInjectableResource(SomeProjects.of(7, SALES, SUPPORT))
            .registerInjectableResource(SomeOperators.of(7, ADA))
            .registerInjectableResource(SomeVirtualNumbers.of(7, SALES_LINE));

    static Stream<VirtualNumberCommand> everyCommandAfterRegistration() {
        return Stream.of(
                rename("Sales line"),
                new ActivateVirtualNumber(SALES_LINE),
                new DeactivateVirtualNumber(SALES_LINE),
                new StartRecording(SALES_LINE),
                new StopRecording(SALES_LINE),
                change(RoutingStrategy.PRIORITY),
                new ChangeRingTimeout(SALES_LINE, 20),
                new ChangeRingSeconds(SALES_LINE, ADA, null),
                new ChangeFallback(SALES_LINE, Fallback.DEFAULT),
                new AttachOperator(SALES_LINE, ADA),
                new DetachOperator(SALES_LINE, ADA),
                new ReorderOperators(SALES_LINE, List.of(ADA)),
                assign(SALES),
                withdraw(SALES),
                new ReleaseVirtualNumber(SALES_LINE));
    }

    @Test
    void is_registered_with_a_name_and_terms() {
        number.givenNoPriorActivity()
                .when(register(new DisplayName("Hotline"), new Terms("toll-free", 12L, "1.00", "2.50")))
                .expectEvents(new VirtualNumberRegistered(
                        11, 7, "+15551234567", "US", "Hotline", "toll-free", 12L, "1.00", "2.50"));
    }

    @Test
    void is_registered_without_a_name_and_terms() {
        number.givenNoPriorActivity()
                .when(register(null, new Terms(null, null, null, null)))
                .expectEvents(new VirtualNumberRegistered(11, 7, "+15551234567", "US", null, null, null, null, null));
    }

    @Test
    void is_renamed() {
        number.given(registered()).when(rename("Sales line")).expectEvents(new VirtualNumberRenamed(11, "Sales line"));
    }

    @Test
    void loses_its_name() {
        number.given(registered())
                .when(new RenameVirtualNumber(SALES_LINE, null))
                .expectEvents(new VirtualNumberRenamed(11, null));
    }

    @Test
    void is_silent_when_it_already_has_the_name() {
        number.given(registered())
                .when(rename("Hotline"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_silent_when_it_has_no_name_to_lose() {
        number.given(registered(), new VirtualNumberRenamed(11, null))
                .when(new RenameVirtualNumber(SALES_LINE, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_active_from_its_registration() {
        number.given(registered())
                .when(new ActivateVirtualNumber(SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_deactivated() {
        number.given(registered())
                .when(new DeactivateVirtualNumber(SALES_LINE))
                .expectEvents(new VirtualNumberDeactivated(11));
    }

    @Test
    void is_silent_when_it_is_already_inactive() {
        number.given(registered(), new VirtualNumberDeactivated(11))
                .when(new DeactivateVirtualNumber(SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_activated() {
        number.given(registered(), new VirtualNumberDeactivated(11))
                .when(new ActivateVirtualNumber(SALES_LINE))
                .expectEvents(new VirtualNumberActivated(11));
    }

    @Test
    void is_recorded_from_its_registration() {
        number.given(registered())
                .when(new StartRecording(SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void stops_being_recorded() {
        number.given(registered()).when(new StopRecording(SALES_LINE)).expectEvents(new RecordingStopped(11));
    }

    @Test
    void is_silent_when_it_is_not_recorded_anyway() {
        number.given(registered(), new RecordingStopped(11))
                .when(new StopRecording(SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_recorded_again() {
        number.given(registered(), new RecordingStopped(11))
                .when(new StartRecording(SALES_LINE))
                .expectEvents(new RecordingStarted(11));
    }

    @Test
    void rings_by_priority_from_its_registration() {
        number.given(registered())
                .when(change(RoutingStrategy.PRIORITY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @EnumSource(names = "PRIORITY", mode = EnumSource.Mode.EXCLUDE)
    void changes_how_it_rings(RoutingStrategy strategy) {
        number.given(registered()).when(change(strategy)).expectEvents(new RoutingStrategyChanged(11, strategy.word()));
    }

    @Test
    void is_silent_when_it_already_rings_like_that() {
        number.given(registered(), new RoutingStrategyChanged(11, "simultaneous"))
                .when(change(RoutingStrategy.SIMULTANEOUS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_assigned_to_a_project() {
        number.given(registered()).when(assign(SALES)).expectEvents(new VirtualNumberAssignedToProject(11, 3));
    }

    @Test
    void is_silent_when_it_already_serves_the_project() {
        number.given(registered(), new VirtualNumberAssignedToProject(11, 3))
                .when(assign(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_assigned_from_one_project_to_another() {
        number.given(registered(), new VirtualNumberAssignedToProject(11, 3))
                .when(assign(SUPPORT))
                .expectEvents(new VirtualNumberAssignedToProject(11, 4));
    }

    @Test
    void is_refused_to_a_project_that_its_account_does_not_have() {
        number.given(registered())
                .when(assign(ELSEWHERE))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-9 is not there"));
    }

    @Test
    void is_refused_to_a_project_of_another_account() {
        number.given(new VirtualNumberRegistered(11, 8, "+15551234567", "US", null, null, null, null, null))
                .when(assign(SALES))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-3 is not there"));
    }

    @Test
    void is_withdrawn_from_its_project() {
        number.given(registered(), new VirtualNumberAssignedToProject(11, 3))
                .when(withdraw(SALES))
                .expectEvents(new VirtualNumberWithdrawnFromProject(11, 3));
    }

    @Test
    void is_silent_when_it_is_withdrawn_twice() {
        number.given(
                        registered(),
                        new VirtualNumberAssignedToProject(11, 3),
                        new VirtualNumberWithdrawnFromProject(11, 3))
                .when(withdraw(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_silent_when_it_is_withdrawn_from_a_project_that_it_no_longer_serves() {
        number.given(registered(), new VirtualNumberAssignedToProject(11, 3), new VirtualNumberAssignedToProject(11, 4))
                .when(withdraw(SALES))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void is_released() {
        number.given(registered()).when(new ReleaseVirtualNumber(SALES_LINE)).expectEvents(released());
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterRegistration")
    void is_gone_once_it_is_released(VirtualNumberCommand command) {
        number.given(registered(), released())
                .when(command)
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "virtual_number-11 is gone"));
    }

    @Test
    void comes_back_with_the_operators_the_project_and_the_fallback_that_it_had() {
        number.given(
                        registered(),
                        new OperatorAttached(11, 42, 0),
                        new VirtualNumberAssignedToProject(11, 3),
                        new FallbackChanged(11, "virtual_number", null, 12L),
                        released())
                .when(new RestoreVirtualNumber(SALES_LINE))
                .expectEvents(new VirtualNumberRestored(11, "+15551234567", 12L));
    }

    @Test
    void comes_back_without_the_operators_and_the_project_that_are_gone() {
        number.given(
                        registered(),
                        new OperatorAttached(11, 41, 0),
                        new OperatorAttached(11, 42, 1),
                        new VirtualNumberAssignedToProject(11, 9),
                        released())
                .when(new RestoreVirtualNumber(SALES_LINE))
                .expectEvents(
                        new VirtualNumberRestored(11, "+15551234567", null),
                        new OperatorDetached(11, 41),
                        new VirtualNumberWithdrawnFromProject(11, 9));
    }

    @Test
    void does_not_come_back_while_it_is_there() {
        number.given(registered(), released(), new VirtualNumberRestored(11, "+15551234567", null))
                .when(new RestoreVirtualNumber(SALES_LINE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyCommandAfterRegistration")
    void is_not_there_before_it_is_registered(VirtualNumberCommand command) {
        number.givenNoPriorActivity().when(command).expectNoEvents().expectException(AggregateNotFoundException.class);
    }

    private static VirtualNumberReleased released() {
        return new VirtualNumberReleased(11, "+15551234567");
    }

    private static VirtualNumberRegistered registered() {
        return new VirtualNumberRegistered(11, 7, "+15551234567", "US", "Hotline", null, null, null, null);
    }

    private static RegisterVirtualNumber register(DisplayName name, Terms terms) {
        return new RegisterVirtualNumber(
                SALES_LINE, new AccountId(7), new PhoneNumber("+15551234567"), "US", name, terms);
    }

    private static RenameVirtualNumber rename(String name) {
        return new RenameVirtualNumber(SALES_LINE, new DisplayName(name));
    }

    private static ChangeRoutingStrategy change(RoutingStrategy strategy) {
        return new ChangeRoutingStrategy(SALES_LINE, strategy);
    }

    private static AssignVirtualNumberToProject assign(ProjectId project) {
        return new AssignVirtualNumberToProject(SALES_LINE, project);
    }

    private static WithdrawVirtualNumberFromProject withdraw(ProjectId project) {
        return new WithdrawVirtualNumberFromProject(SALES_LINE, project);
    }
}
