package dev.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.claim.NameId;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.request.RequestKey;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.routing.RouteId;
import dev.patchbay.shared.team.TeamId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.virtualnumber.FallbackPlanId;
import dev.patchbay.shared.virtualnumber.PhoneNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.junit.jupiter.api.Test;

/** The names of the streams are in the log, so they never change. */
class StreamNamesTest {

    @Test
    void say_the_kind_and_the_number() {
        assertThat(new AccountId(42)).hasToString("account-42").hasToString(Kind.ACCOUNT.stream(42));
        assertThat(new AgentId(42)).hasToString("agent-42").hasToString(Kind.AGENT.stream(42));
        assertThat(new ApiKeyId(42)).hasToString("api_key-42").hasToString(Kind.API_KEY.stream(42));
        assertThat(new CallId(42)).hasToString("call-42").hasToString(Kind.CALL.stream(42));
        assertThat(new AssistantId(42)).hasToString("assistant-42").hasToString(Kind.ASSISTANT.stream(42));
        assertThat(new DomainId(42)).hasToString("domain-42").hasToString(Kind.DOMAIN.stream(42));
        assertThat(new IdentityId(42)).hasToString("identity-42").hasToString(Kind.IDENTITY.stream(42));
        assertThat(new MailId(42)).hasToString("mail-42").hasToString(Kind.MAIL.stream(42));
        assertThat(new OperatorId(42)).hasToString("operator-42").hasToString(Kind.OPERATOR.stream(42));
        assertThat(new ProjectId(42)).hasToString("project-42").hasToString(Kind.PROJECT.stream(42));
        assertThat(new ReplayId(42)).hasToString("replay-42").hasToString(Kind.REPLAY.stream(42));
        assertThat(new RoleId(42)).hasToString("role-42").hasToString(Kind.ROLE.stream(42));
        assertThat(new TeamId(42)).hasToString("team-42").hasToString(Kind.TEAM.stream(42));
        assertThat(new VirtualNumberId(42))
                .hasToString("virtual_number-42")
                .hasToString(Kind.VIRTUAL_NUMBER.stream(42));
    }

    @Test
    void say_what_is_not_numbered_by_its_own_text() {
        assertThat(new PhoneNumberId("+15551234567")).hasToString("phone_number-+15551234567");
        assertThat(new RequestKey("9f86d0")).hasToString("request-9f86d0");
        assertThat(new NameId(new AccountId(42), Kind.AGENT, "abc"))
                .hasToString("name_of_agent-42-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new FallbackPlanId(new AccountId(42))).hasToString("fallback_plan-42");
        assertThat(new RouteId(new VirtualNumberId(42), 57)).hasToString("route-42-57");
        assertThat(new CallReferenceId(new VirtualNumberId(42), new ExternalId("abc")))
                .hasToString("call_reference-42-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void route_commands_that_are_decided_together_to_the_first_of_their_streams() {
        var together = Together.of(
                new RenameOperator(new OperatorId(42), new DisplayName("Ada")), new DeleteOperator(new OperatorId(43)));

        assertThat(together.route()).isEqualTo("operator-42");
    }
}
