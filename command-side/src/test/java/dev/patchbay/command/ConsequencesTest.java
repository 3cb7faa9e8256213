package dev.patchbay.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Refusal.Details;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand.AssignRoles;
import dev.patchbay.shared.agent.AgentCommand.AssignTeams;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.DeleteAgent;
import dev.patchbay.shared.agent.AgentCreated;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsWithRole;
import dev.patchbay.shared.agent.AgentQuery.ListMembersOfTeam;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.agent.RoleWithdrawn;
import dev.patchbay.shared.agent.TeamLeft;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallReferenceTaken;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.ListNumbersOfOperator;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.ProjectCommand.CreateProject;
import dev.patchbay.shared.project.ProjectCommand.DeleteProject;
import dev.patchbay.shared.project.ProjectCommand.Settings;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.FindProjectMembers;
import dev.patchbay.shared.role.AgentPermission;
import dev.patchbay.shared.role.RoleCommand.CreateRole;
import dev.patchbay.shared.role.RoleCommand.DeleteRole;
import dev.patchbay.shared.role.RoleCreated;
import dev.patchbay.shared.role.RoleDeleted;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.team.AssignmentType;
import dev.patchbay.shared.team.TeamCommand;
import dev.patchbay.shared.team.TeamCommand.CreateTeam;
import dev.patchbay.shared.team.TeamCommand.DeleteTeam;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.Language;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.FallbackLinked;
import dev.patchbay.shared.virtualnumber.FallbackUnlinked;
import dev.patchbay.shared.virtualnumber.OperatorDetached;
import dev.patchbay.shared.virtualnumber.PhoneNumberClaimed;
import dev.patchbay.shared.virtualnumber.PhoneNumberFreed;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RegisterVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RestoreVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.Terms;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final AccountId ACCOUNT = new AccountId(7);
    private static final OperatorId ADA = new OperatorId(42);
    private static final ProjectId SALES = new ProjectId(3);
    private static final ApiKeyId KEY = new ApiKeyId(5);
    private static final VirtualNumberId LINE = new VirtualNumberId(11);
    private static final VirtualNumberId OTHER_LINE = new VirtualNumberId(12);

    private final CommandSide side = new CommandSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void of_a_registration_is_that_the_phone_number_is_claimed() {
        side.having(register(LINE, "+15551234567"));

        assertThat(side.factsAfter(0)).containsExactly(registered(11), new PhoneNumberClaimed("+15551234567", 11));
    }

    @Test
    void name_the_fact_that_led_to_them_and_who_asked_for_that() {
        side.having(register(LINE, "+15551234567"));
        DomainEventMessage<?> registered = side.log().getFirst();
        DomainEventMessage<?> claimed = side.log().getLast();

        assertThat(claimed.getMetaData())
                .containsEntry("causation_id", registered.getIdentifier())
                .containsEntry("correlation_id", registered.getMetaData().get("correlation_id"));
        assertThat(Provenance.from(claimed.getMetaData())).contains(CommandSide.CALLER);
    }

    @Test
    void that_are_refused_refuse_everything() {
        side.having(register(LINE, "+15551234567"));

        assertThat(refusalOf(register(OTHER_LINE, "+15551234567")))
                .isEqualTo(new Details(Reason.INVALID, "Phone number has already been taken"));
        assertThat(side.factsAfter(2)).isEmpty();
    }

    @Test
    void of_the_opening_of_an_account_are_the_roles_that_every_account_has() {
        side.having(new OpenAccount(ACCOUNT, new DisplayName("First")));

        assertThat(side.factsAfter(0))
                .filteredOn(RoleCreated.class::isInstance)
                .extracting(fact -> ((RoleCreated) fact).roleId(), fact -> ((RoleCreated) fact).name())
                .containsExactly(tuple(1L, "Admin"), tuple(2L, "Agent"));
        assertThat(side.factsAfter(0)).contains(new NameClaimed(7, "role", "Admin", 1));
    }

    @Test
    void of_a_new_agent_are_that_the_address_is_claimed_and_of_a_second_one_that_it_is_refused() {
        side.having(new OpenAccount(ACCOUNT, new DisplayName("First")), agent(1));
        int before = side.log().size();

        assertThat(side.log().getLast().getPayload()).isInstanceOf(AgentCreated.class);
        assertThat(side.factsAfter(0)).contains(new NameClaimed(7, "agent", "ada@example.com", 1));
        assertThat(refusalOf(agent(2))).isEqualTo(new Details(Reason.TAKEN, "User with same email already exists"));
        assertThat(side.factsAfter(before)).isEmpty();
    }

    @Test
    void of_a_deleted_agent_are_that_the_address_may_be_claimed_again() {
        side.having(
                new OpenAccount(ACCOUNT, new DisplayName("First")),
                agent(1),
                new DeleteAgent(new AgentId(1)),
                agent(2));

        assertThat(side.factsAfter(0)).contains(new NameClaimed(7, "agent", "ada@example.com", 2));
    }

    @Test
    void of_a_deleted_role_or_team_are_that_nobody_has_it() {
        side.answer(ListAgentsWithRole.class, query -> List.of(1L));
        side.answer(ListMembersOfTeam.class, query -> List.of(1L));
        RoleId extra = new RoleId(3);
        TeamId team = new TeamId(1);
        side.having(
                new OpenAccount(ACCOUNT, new DisplayName("First")),
                new CreateRole(extra, ACCOUNT, "Extra", "", Set.of(AgentPermission.AI_MANAGE)),
                new CreateTeam(team, ACCOUNT, "Sales", new TeamCommand.Settings(null, AssignmentType.MANUAL, "", 0)),
                agent(1),
                new AssignRoles(new AgentId(1), Set.of(extra)),
                new AssignTeams(new AgentId(1), Set.of(team)));
        int before = side.log().size();

        side.having(new DeleteRole(extra), new DeleteTeam(team));

        assertThat(side.factsAfter(before))
                .contains(new RoleDeleted(3), new RoleWithdrawn(1, 3), new TeamDeleted(1), new TeamLeft(1, 1))
                .hasSize(6);
    }

    @Test
    void of_a_deleted_team_or_role_are_refused_when_they_are_too_many_for_one_commit() {
        List<Long> many = LongStream.rangeClosed(1, 1_001).boxed().toList();
        side.answer(ListAgentsWithRole.class, query -> many);
        side.answer(ListMembersOfTeam.class, query -> many);
        side.having(
                new OpenAccount(ACCOUNT, new DisplayName("First")),
                new CreateRole(new RoleId(3), ACCOUNT, "Extra", "", Set.of(AgentPermission.AI_MANAGE)),
                new CreateTeam(
                        new TeamId(1), ACCOUNT, "Sales", new TeamCommand.Settings(null, AssignmentType.MANUAL, "", 0)));
        int before = side.log().size();

        assertThat(side.ask(new DeleteTeam(new TeamId(1))).exceptionResult())
                .hasMessage("Team has more than 1000 agents, please take it from some of them first");
        assertThat(side.ask(new DeleteRole(new RoleId(3))).exceptionResult())
                .hasMessage("Role has more than 1000 agents, please take it from some of them first");
        assertThat(side.log()).hasSize(before);
    }

    @Test
    void of_a_call_are_that_its_external_id_is_taken() {
        side.having(call(1, "CA01"));

        assertThat(side.factsAfter(1)).containsExactly(new CallReferenceTaken(11, "CA01", 1));
    }

    @Test
    void of_a_call_without_an_external_id_are_none() {
        side.having(call(1, null));

        assertThat(side.factsAfter(1)).isEmpty();
    }

    @Test
    void of_two_registrations_at_once_contradict_each_other() {
        assertThat(refusalOf(Together.of(register(LINE, "+15551234567"), register(OTHER_LINE, "+15551234567"))))
                .isEqualTo(new Details(Reason.INVALID, "Phone number has already been taken"));
        assertThat(side.log()).isEmpty();
    }

    @Test
    void of_a_release_is_that_the_phone_number_may_be_claimed_again() {
        side.having(register(LINE, "+15551234567"), new ReleaseVirtualNumber(LINE));

        assertThat(side.factsAfter(2))
                .containsExactly(
                        new VirtualNumberReleased(11, "+15551234567"), new PhoneNumberFreed("+15551234567", 11));
        side.having(register(OTHER_LINE, "+15551234567"));
        assertThat(side.factsAfter(4)).containsExactly(registered(12), new PhoneNumberClaimed("+15551234567", 12));
    }

    @Test
    void of_a_release_do_not_keep_the_number_from_being_registered_again_in_the_same_breath() {
        side.having(register(LINE, "+15551234567"));
        side.having(Together.of(new ReleaseVirtualNumber(LINE), register(OTHER_LINE, "+15551234567")));

        assertThat(side.factsAfter(2))
                .containsExactly(
                        new VirtualNumberReleased(11, "+15551234567"),
                        registered(12),
                        new PhoneNumberFreed("+15551234567", 11),
                        new PhoneNumberClaimed("+15551234567", 12));
    }

    @Test
    void of_an_operators_deletion_is_that_it_leaves_every_ring_order() {
        side.answer(ListNumbersOfOperator.class, query -> numbersOf(query, 11L, 12L));
        side.having(
                create(ADA),
                register(LINE, "+15551234567"),
                register(OTHER_LINE, "+15557654321"),
                new AttachOperator(LINE, ADA),
                new AttachOperator(OTHER_LINE, ADA));
        side.having(new DeleteOperator(ADA));

        assertThat(side.factsAfter(7))
                .isEqualTo(
                        List.of(new OperatorDeleted(42), new OperatorDetached(11, 42), new OperatorDetached(12, 42)));
        assertThat(side.log().getLast().getMetaData())
                .containsEntry("causation_id", side.log().get(7).getIdentifier());
    }

    @Test
    void pass_over_what_is_gone_by_now() {
        side.answer(ListNumbersOfOperator.class, query -> numbersOf(query, 11L, 12L, 13L));
        side.having(
                create(ADA),
                register(LINE, "+15551234567"),
                register(OTHER_LINE, "+15557654321"),
                new AttachOperator(OTHER_LINE, ADA),
                new ReleaseVirtualNumber(LINE));
        side.having(new DeleteOperator(ADA));

        assertThat(side.factsAfter(8)).containsExactly(new OperatorDeleted(42), new OperatorDetached(12, 42));
    }

    @Test
    void of_a_projects_deletion_are_that_its_numbers_keys_and_links_go() {
        side.answer(FindProjectMembers.class, query -> new ProjectMembers(List.of(11L), List.of(42L), List.of(5L)));
        side.having(createProject(), issueKey(), create(ADA), register(LINE, "+15551234567"));
        side.having(new LinkOperatorToProject(ADA, SALES));
        side.having(new DeleteProject(SALES));

        assertThat(side.factsAfter(6))
                .containsExactly(
                        new ProjectDeleted(3),
                        new VirtualNumberReleased(11, "+15551234567"),
                        new ApiKeyRevoked(5),
                        new OperatorUnlinkedFromProject(42, 3),
                        new PhoneNumberFreed("+15551234567", 11));
    }

    @Test
    void of_a_fallback_to_another_number_is_that_they_are_linked() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(fallback(LINE, OTHER_LINE));

        assertThat(side.factsAfter(4))
                .containsExactly(new FallbackChanged(11, "virtual_number", null, 12L), new FallbackLinked(7, 11, 12));
    }

    @Test
    void of_another_fallback_is_that_they_are_linked_no_more() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(fallback(LINE, OTHER_LINE), new ChangeFallback(LINE, new Fallback.Voicemail()));

        assertThat(side.factsAfter(6))
                .containsExactly(new FallbackChanged(11, "voicemail", null, null), new FallbackUnlinked(7, 11));
        side.having(fallback(OTHER_LINE, LINE));
    }

    @Test
    void of_a_fallback_that_leads_to_no_number_are_none() {
        side.having(register(LINE, "+15551234567"), new ChangeFallback(LINE, new Fallback.Voicemail()));

        assertThat(side.factsAfter(2)).containsExactly(new FallbackChanged(11, "voicemail", null, null));
    }

    @Test
    void refuse_a_fallback_that_leads_back() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(fallback(LINE, OTHER_LINE));

        Details circle = new Details(Reason.INVALID, "Fallback must not lead back to this number");
        assertThat(refusalOf(fallback(OTHER_LINE, LINE))).isEqualTo(circle);
        assertThat(refusalOf(fallback(LINE, LINE))).isEqualTo(circle);
        assertThat(side.factsAfter(6)).isEmpty();
    }

    @Test
    void of_two_fallbacks_at_once_contradict_each_other() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));

        assertThat(refusalOf(Together.of(fallback(LINE, OTHER_LINE), fallback(OTHER_LINE, LINE))))
                .isEqualTo(new Details(Reason.INVALID, "Fallback must not lead back to this number"));
        assertThat(side.factsAfter(4)).isEmpty();
    }

    @Test
    void of_a_release_is_that_the_number_falls_back_to_no_other() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(fallback(LINE, OTHER_LINE), new ReleaseVirtualNumber(LINE));

        assertThat(side.factsAfter(6))
                .containsExactlyInAnyOrder(
                        new VirtualNumberReleased(11, "+15551234567"),
                        new PhoneNumberFreed("+15551234567", 11),
                        new FallbackUnlinked(7, 11));
    }

    @Test
    void of_a_restoration_are_that_the_phone_number_and_the_fallback_are_the_numbers_own_again() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(fallback(LINE, OTHER_LINE), new ReleaseVirtualNumber(LINE));
        side.having(new RestoreVirtualNumber(LINE));

        assertThat(side.factsAfter(9))
                .containsExactlyInAnyOrder(
                        new VirtualNumberRestored(11, "+15551234567", 12L),
                        new PhoneNumberClaimed("+15551234567", 11),
                        new FallbackLinked(7, 11, 12));
    }

    @Test
    void refuse_a_restoration_while_another_number_has_the_phone_number() {
        side.having(register(LINE, "+15551234567"), new ReleaseVirtualNumber(LINE));
        side.having(register(OTHER_LINE, "+15551234567"));

        assertThat(refusalOf(new RestoreVirtualNumber(LINE)))
                .isEqualTo(new Details(Reason.TAKEN, "Phone number is held by another virtual number"));
        assertThat(side.factsAfter(6)).isEmpty();
    }

    @Test
    void of_a_fallback_to_a_number_that_is_released_are_not_even_asked_for() {
        side.having(register(LINE, "+15551234567"), register(OTHER_LINE, "+15557654321"));
        side.having(new ReleaseVirtualNumber(OTHER_LINE));

        assertThat(refusalOf(fallback(LINE, OTHER_LINE)))
                .extracting(Details::reason)
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(side.factsAfter(6)).isEmpty();
    }

    @Test
    void that_cannot_be_known_make_the_decision_unavailable() {
        side.having(create(ADA));

        assertThat(refusalOf(new DeleteOperator(ADA)))
                .isEqualTo(new Details(Reason.UNAVAILABLE, "the views do not answer"));
        assertThat(side.factsAfter(1)).isEmpty();
    }

    @Test
    void forget_a_refused_decision_altogether() {
        side.having(create(ADA));
        side.ask(new DeleteOperator(ADA));
        side.answer(ListNumbersOfOperator.class, query -> List.of());
        side.having(new DeleteOperator(ADA));

        assertThat(side.factsAfter(1)).containsExactly(new OperatorDeleted(42));
        assertThat(refusalOf(new DeleteOperator(ADA)))
                .extracting(Details::reason)
                .isEqualTo(Reason.NOT_FOUND);
    }

    private static ChangeFallback fallback(VirtualNumberId number, VirtualNumberId fallback) {
        return new ChangeFallback(number, new Fallback.ToVirtualNumber(fallback));
    }

    private Details refusalOf(Object command) {
        return Refusal.in(side.ask(command).exceptionResult()).orElseThrow();
    }

    /** All that is committed must be in the answer. */
    private static List<Long> numbersOf(ListNumbersOfOperator query, Long... numbers) {
        assertThat(query.moment()).isEqualTo(Moment.head());
        return List.of(numbers);
    }

    private static CreateOperator create(OperatorId operator) {
        return new CreateOperator(
                operator, ACCOUNT, new DisplayName("Ada"), new PhoneNumber("+37061234567"), null, true);
    }

    private static CreateProject createProject() {
        return new CreateProject(
                SALES,
                ACCOUNT,
                new DisplayName("Sales"),
                new Language("lt"),
                new Settings(null, null, null, null, null, null, null, false, null));
    }

    private static IssueApiKey issueKey() {
        return new IssueApiKey(
                KEY, ACCOUNT, "idc_Ab3x", new DisplayName("Front desk"), Set.of(Permission.READ), SALES, null);
    }

    private static Command register(VirtualNumberId number, String e164) {
        return new RegisterVirtualNumber(
                number, ACCOUNT, new PhoneNumber(e164), "US", null, new Terms(null, null, null, null));
    }

    private static VirtualNumberRegistered registered(long number) {
        return new VirtualNumberRegistered(number, 7, "+15551234567", "US", null, null, null, null, null);
    }

    private static RecordCall call(long id, String externalId) {
        return new RecordCall(
                new CallId(id),
                ACCOUNT,
                LINE,
                externalId == null ? null : new ExternalId(externalId),
                new CallFacts(
                        CallDirection.INBOUND,
                        null,
                        null,
                        CallStatus.MISSED,
                        0,
                        null,
                        false,
                        null,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        null));
    }

    private static CreateAgent agent(long id) {
        return new CreateAgent(
                new AgentId(id),
                ACCOUNT,
                new EmailAddress("ada@example.com"),
                new PersonName("Ada", ""),
                true,
                Set.of(new RoleId(1)),
                Set.of());
    }
}
