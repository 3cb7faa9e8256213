package dev.patchbay.command.apikey;

import dev.patchbay.command.project.SomeProjects;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyCommand.RevokeApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final ApiKeyId KEY = new ApiKeyId(5);
    private static final ProjectId SALES = new ProjectId(3);
    private static final ProjectId ELSEWHERE = new ProjectId(4);
    private static final Instant EXPIRY = Instant.parse("2027-01-31T10:00:00Z");

    private final FixtureConfiguration<ApiKey> key =
            new AggregateTestFixture<>(ApiKey.class).registerInjectableResource(SomeProjects.of(7, SALES));

    @Test
    void is_issued_for_the_whole_account_until_it_is_revoked() {
        key.givenNoPriorActivity()
                .when(issue(Set.of(Permission.READ), null, null))
                .expectEvents(new ApiKeyIssued(5, 7, "idc_Ab3x", "Front desk", List.of("read"), null, null));
    }

    @Test
    void is_issued_for_one_project_and_until_it_expires() {
        key.givenNoPriorActivity()
                .when(issue(Set.of(Permission.READ), SALES, EXPIRY))
                .expectEvents(new ApiKeyIssued(5, 7, "idc_Ab3x", "Front desk", List.of("read"), 3L, EXPIRY));
    }

    @Test
    void has_its_permissions_in_one_order_however_they_were_named() {
        key.givenNoPriorActivity()
                .when(issue(Set.of(Permission.ADMIN, Permission.DELETE, Permission.WRITE, Permission.READ), null, null))
                .expectEvents(new ApiKeyIssued(
                        5, 7, "idc_Ab3x", "Front desk", List.of("read", "write", "delete", "admin"), null, null));
    }

    @Test
    void is_refused_for_a_project_that_the_account_does_not_have() {
        key.givenNoPriorActivity()
                .when(issue(Set.of(Permission.READ), ELSEWHERE, null))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.NOT_FOUND, "project-4 is not there"));
    }

    @Test
    void is_revoked() {
        key.given(issued())
                .when(new RevokeApiKey(KEY))
                .expectEvents(new ApiKeyRevoked(5))
                .expectMarkedDeleted();
    }

    @Test
    void is_gone_once_it_is_revoked() {
        key.given(issued(), new ApiKeyRevoked(5))
                .when(new RevokeApiKey(KEY))
                .expectNoEvents()
                .expectException(AggregateDeletedException.class);
    }

    private static ApiKeyIssued issued() {
        return new ApiKeyIssued(5, 7, "idc_Ab3x", "Front desk", List.of("read"), null, null);
    }

    private static IssueApiKey issue(Set<Permission> permissions, ProjectId project, Instant expiresAt) {
        return new IssueApiKey(
                KEY, new AccountId(7), "idc_Ab3x", new DisplayName("Front desk"), permissions, project, expiresAt);
    }
}
