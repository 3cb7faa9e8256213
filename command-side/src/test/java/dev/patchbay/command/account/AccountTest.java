package dev.patchbay.command.account;

import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountCommand.RetryDeadLetters;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.account.DeadLettersRetried;
import dev.patchbay.shared.text.DisplayName;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void is_opened() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(new AccountId(7), new DisplayName("Žalgiris")))
                .expectEvents(new AccountOpened(7, "Žalgiris"));
    }

    @Test
    void has_dead_letters_tried_again_whenever_somebody_asks() {
        account.given(new AccountOpened(7, "Žalgiris"), new DeadLettersRetried(7, "views"))
                .when(new RetryDeadLetters(new AccountId(7), "views"))
                .expectEvents(new DeadLettersRetried(7, "views"));
    }
}
