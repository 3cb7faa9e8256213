package dev.patchbay.query.account;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.account.AccountOpened;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the accounts. */
@Component
@ProcessingGroup("views")
final class AccountProjection {

    private final Timeline accounts;

    AccountProjection(Views views) {
        accounts = views.timeline("account", List.of("id"), List.of("name", "created_at"));
    }

    @EventHandler
    void on(AccountOpened event, Recorded recorded) {
        accounts.open(recorded, event.accountId(), event.name(), recorded.at().toString());
    }
}
