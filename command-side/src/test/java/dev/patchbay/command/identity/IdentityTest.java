package dev.patchbay.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.assistant.Assistants;
import dev.patchbay.command.claim.Names;
import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.command.domain.Domains;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.identity.ApprovalChannelChanged;
import dev.patchbay.shared.identity.AutoApprovalDisabled;
import dev.patchbay.shared.identity.AutoApprovalEnabled;
import dev.patchbay.shared.identity.ColdSendingAllowed;
import dev.patchbay.shared.identity.ColdSendingForbidden;
import dev.patchbay.shared.identity.HtmlSignatureChanged;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.identity.IdentityCommand;
import dev.patchbay.shared.identity.IdentityCommand.AllowColdSending;
import dev.patchbay.shared.identity.IdentityCommand.ChangeApprovalChannel;
import dev.patchbay.shared.identity.IdentityCommand.ChangeHtmlSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeIdentityAssistant;
import dev.patchbay.shared.identity.IdentityCommand.ChangeReplyAddress;
import dev.patchbay.shared.identity.IdentityCommand.ChangeTextSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeThreadHistoryDepth;
import dev.patchbay.shared.identity.IdentityCommand.CreateIdentity;
import dev.patchbay.shared.identity.IdentityCommand.DeleteIdentity;
import dev.patchbay.shared.identity.IdentityCommand.DisableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.EnableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.ForbidColdSending;
import dev.patchbay.shared.identity.IdentityCommand.RenameIdentity;
import dev.patchbay.shared.identity.IdentityCommand.RequireAbleToSend;
import dev.patchbay.shared.identity.IdentityCommand.ResumeIdentity;
import dev.patchbay.shared.identity.IdentityCommand.Settings;
import dev.patchbay.shared.identity.IdentityCommand.SuspendIdentity;
import dev.patchbay.shared.identity.IdentityCommand.UnlinkAssistant;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityDeleted;
import dev.patchbay.shared.identity.IdentityEvent;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityRenamed;
import dev.patchbay.shared.identity.IdentityResumed;
import dev.patchbay.shared.identity.IdentitySuspended;
import dev.patchbay.shared.identity.LocalPart;
import dev.patchbay.shared.identity.ReplyAddressChanged;
import dev.patchbay.shared.identity.TextSignatureChanged;
import dev.patchbay.shared.identity.ThreadHistoryDepthChanged;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTest {

    private static final IdentityId ADA = new IdentityId(41);
    private static final AssistantId ASSISTANT = new AssistantId(51);
    private static final UUID SHOWN = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final IdentityCreated CREATED = new IdentityCreated(
            41,
            7,
            SHOWN.toString(),
            31,
            "ada",
            "ada@example.lt",
            "Ada",
            51L,
            "desk@example.lt",
            "text",
            "html",
            10,
            "{}",
            false,
            false);

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Identity> identity = new AggregateTestFixture<>(Identity.class)
            .registerInjectableResource((Names) names)
            .registerInjectableResource((Domains) IdentityTest::requireVerified)
            .registerInjectableResource((Assistants) IdentityTest::requireThere);

    @Test
    void is_created_with_an_address_of_its_own() {
        identity.givenNoPriorActivity().when(creation("ada", 31, ASSISTANT)).expectEvents(CREATED);

        assertThat(names.asked()).containsExactly("claim identity 0 ada@example.lt for 41");
    }

    @Test
    void is_refused_an_address_that_is_taken() {
        identity.givenNoPriorActivity()
                .when(new CreateIdentity(
                        ADA,
                        new AccountId(7),
                        SHOWN,
                        new DomainId(31),
                        new DomainName("example.com"),
                        new LocalPart("taken"),
                        new DisplayName("Ada"),
                        settings(null)))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_refused_in_a_domain_that_is_not_verified_and_for_an_assistant_that_is_not_there() {
        identity.givenNoPriorActivity()
                .when(creation("ada", 32, ASSISTANT))
                .expectNoEvents()
                .expectException(Refusal.class);
        identity.givenNoPriorActivity()
                .when(creation("ada", 31, new AssistantId(52)))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.arguments(new RenameIdentity(ADA, new DisplayName("Eve")), new IdentityRenamed(41, "Eve")),
                Arguments.arguments(new ChangeIdentityAssistant(ADA, null), new IdentityAssistantChanged(41, null)),
                Arguments.arguments(new UnlinkAssistant(ADA, ASSISTANT), new IdentityAssistantChanged(41, null)),
                Arguments.arguments(new ChangeReplyAddress(ADA, null), new ReplyAddressChanged(41, null)),
                Arguments.arguments(new ChangeTextSignature(ADA, "t"), new TextSignatureChanged(41, "t")),
                Arguments.arguments(new ChangeHtmlSignature(ADA, null), new HtmlSignatureChanged(41, null)),
                Arguments.arguments(new ChangeThreadHistoryDepth(ADA, 0), new ThreadHistoryDepthChanged(41, 0)),
                Arguments.arguments(
                        new ChangeApprovalChannel(ADA, "{\"a\":1}"), new ApprovalChannelChanged(41, "{\"a\":1}")),
                Arguments.arguments(new AllowColdSending(ADA), new ColdSendingAllowed(41)),
                Arguments.arguments(new EnableAutoApproval(ADA), new AutoApprovalEnabled(41)),
                Arguments.arguments(new SuspendIdentity(ADA), new IdentitySuspended(41)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changes_once(IdentityCommand change, IdentityEvent event) {
        identity.given(CREATED).when(change).expectEvents(event);
        identity.given(CREATED, event)
                .when(change)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    static Stream<IdentityCommand> whatIsSoAlready() {
        return Stream.of(
                new RenameIdentity(ADA, new DisplayName("Ada")),
                new ChangeIdentityAssistant(ADA, ASSISTANT),
                new UnlinkAssistant(ADA, new AssistantId(52)),
                new ChangeReplyAddress(ADA, new EmailAddress("desk@example.lt")),
                new ChangeTextSignature(ADA, "text"),
                new ChangeHtmlSignature(ADA, "html"),
                new ChangeThreadHistoryDepth(ADA, 10),
                new ChangeApprovalChannel(ADA, "{}"),
                new ForbidColdSending(ADA),
                new DisableAutoApproval(ADA),
                new ResumeIdentity(ADA),
                new RequireAbleToSend(ADA));
    }

    @ParameterizedTest
    @MethodSource("whatIsSoAlready")
    void is_silent_about_what_is_so_already(IdentityCommand command) {
        identity.given(CREATED).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void goes_back_to_what_it_was() {
        identity.given(CREATED, new IdentitySuspended(41))
                .when(new ResumeIdentity(ADA))
                .expectEvents(new IdentityResumed(41));
        identity.given(CREATED, new ColdSendingAllowed(41))
                .when(new ForbidColdSending(ADA))
                .expectEvents(new ColdSendingForbidden(41));
        identity.given(CREATED, new AutoApprovalEnabled(41))
                .when(new DisableAutoApproval(ADA))
                .expectEvents(new AutoApprovalDisabled(41));
    }

    @Test
    void may_not_send_while_it_is_suspended() {
        identity.given(CREATED, new IdentitySuspended(41))
                .when(new RequireAbleToSend(ADA))
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.SUSPENDED, "Identity is suspended"));
    }

    @Test
    void gives_its_address_up_when_it_is_deleted() {
        identity.given(CREATED)
                .when(new DeleteIdentity(ADA))
                .expectEvents(new IdentityDeleted(41, "ada@example.lt"))
                .expectMarkedDeleted();

        assertThat(names.asked()).containsExactly("free identity 0 ada@example.lt of 41");
    }

    private static CreateIdentity creation(String localPart, long domain, AssistantId assistant) {
        return new CreateIdentity(
                ADA,
                new AccountId(7),
                SHOWN,
                new DomainId(domain),
                new DomainName("example.lt"),
                new LocalPart(localPart),
                new DisplayName("Ada"),
                settings(assistant));
    }

    private static Settings settings(AssistantId assistant) {
        return new Settings(assistant, new EmailAddress("desk@example.lt"), "text", "html", 10, "{}", false, false);
    }

    private static void requireVerified(DomainId domain, long account) {
        if (domain.value() != 31 || account != 7) {
            throw new Refusal(Refusal.Reason.UNVERIFIED, "Domain is not verified");
        }
    }

    private static void requireThere(AssistantId assistant, long account) {
        if (!assistant.equals(ASSISTANT) || account != 7) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no such assistant");
        }
    }
}
