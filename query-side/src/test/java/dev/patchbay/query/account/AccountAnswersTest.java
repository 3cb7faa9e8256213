package dev.patchbay.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.account.AccountQuery.ListAccounts;
import dev.patchbay.shared.account.AccountView;
import org.junit.jupiter.api.Test;

class AccountAnswersTest extends LogTest {

    @Test
    void an_account_is_shown_as_it_was_opened() {
        log.append(new AccountOpened(1, "First"));

        assertThat(log.view(new FindAccount(1, NOW)))
                .isEqualTo(new AccountView(1, "First", ProjectedLog.START.plusSeconds(1)));
        assertThat(log.answer(new FindAccount(2, NOW)).view()).isNull();
    }

    @Test
    void accounts_come_by_id_in_pages() {
        log.append(new AccountOpened(2, "Second"), new AccountOpened(1, "First"), new AccountOpened(3, "Third"));

        assertThat(log.view(new ListAccounts(null, NOW)).entries())
                .extracting(AccountView::id)
                .containsExactly(1L, 2L, 3L);
        assertThat(log.view(new ListAccounts(new Page(2, 2), NOW)).entries())
                .extracting(AccountView::id)
                .containsExactly(3L);
        assertThat(log.view(new ListAccounts(new Page(2, 2), NOW)).total()).isEqualTo(3);
    }
}
