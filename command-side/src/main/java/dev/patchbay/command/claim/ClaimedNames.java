package dev.patchbay.command.claim;

import dev.patchbay.command.Decisions;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.claim.NameCommand.ClaimName;
import dev.patchbay.shared.claim.NameCommand.FreeName;
import dev.patchbay.shared.claim.NameId;
import org.springframework.stereotype.Component;

/** The names in the log. */
@Component
class ClaimedNames implements Names {

    private final Decisions decisions;

    ClaimedNames(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void claim(Kind kind, long account, String name, long holder) {
        decisions.ask(new ClaimName(new NameId(new AccountId(account), kind, name), holder));
    }

    @Override
    public void free(Kind kind, long account, String name, long holder) {
        decisions.ask(new FreeName(new NameId(new AccountId(account), kind, name), holder));
    }
}
