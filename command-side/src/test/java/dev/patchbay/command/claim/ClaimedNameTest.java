package dev.patchbay.command.claim;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.claim.NameClaimed;
import dev.patchbay.shared.claim.NameCommand.ClaimName;
import dev.patchbay.shared.claim.NameCommand.FreeName;
import dev.patchbay.shared.claim.NameFreed;
import dev.patchbay.shared.claim.NameId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimedNameTest {

    private static final AccountId ACCOUNT = new AccountId(7);
    private static final NameId SALES = new NameId(ACCOUNT, Kind.TEAM, "Sales");

    private final FixtureConfiguration<ClaimedName> name = new AggregateTestFixture<>(ClaimedName.class);

    @Test
    void is_claimed() {
        name.givenNoPriorActivity().when(new ClaimName(SALES, 4)).expectEvents(claimed(4));
    }

    @Test
    void is_silent_when_its_holder_claims_it_again() {
        name.given(claimed(4))
                .when(new ClaimName(SALES, 4))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT, User with same email already exists",
        "TEAM, Team already exists",
        "ROLE, Role already exists",
        "REPLAY, Replay 4 is under way",
        "PROJECT, Name has already been taken"
    })
    void is_refused_to_another_while_it_is_held(Kind kind, String why) {
        name.given(new NameClaimed(7, kind.word(), "Sales", 4))
                .when(new ClaimName(new NameId(ACCOUNT, kind, "Sales"), 5))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionDetails(new Refusal.Details(Refusal.Reason.TAKEN, why));
    }

    @Test
    void is_freed_by_its_holder_and_claimed_by_another() {
        name.given(claimed(4)).when(new FreeName(SALES, 4)).expectEvents(new NameFreed(7, "team", "Sales", 4));
    }

    @Test
    void is_claimed_by_another_once_it_is_free() {
        name.given(claimed(4), new NameFreed(7, "team", "Sales", 4))
                .when(new ClaimName(SALES, 5))
                .expectEvents(claimed(5));
    }

    @Test
    void is_silent_when_another_frees_it() {
        name.given(claimed(4))
                .when(new FreeName(SALES, 5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static NameClaimed claimed(long holder) {
        return new NameClaimed(7, "team", "Sales", holder);
    }
}
