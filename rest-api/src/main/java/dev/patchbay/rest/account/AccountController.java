package dev.patchbay.rest.account;

import static dev.patchbay.shared.apikey.Permission.ADMIN;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.apikey.KeyIssue;
import dev.patchbay.rest.apikey.NewApiKeyShape;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Accepted;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.account.AccountQuery.ListAccounts;
import dev.patchbay.shared.account.AccountView;
import dev.patchbay.shared.apikey.ApiKeyQuery.ListApiKeys;
import dev.patchbay.shared.apikey.ApiKeyView;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.text.DisplayName;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Accounts: what everything belongs to, and nothing leaves. */
@Controller
@RequestMapping("/api/v1/public/accounts")
final class AccountController {
    private static final DisplayName FIRST_KEY = new DisplayName("First key");
    private static final Set<Permission> FIRST_PERMISSIONS =
            Set.of(Permission.READ, Permission.WRITE, Permission.DELETE);

    private final KeyIssue issue;

    AccountController(KeyIssue issue) {
        this.issue = issue;
    }

    @GetMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        return exchange.list(new ListAccounts(exchange.page(), exchange.moment()));
    }

    @PostMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply open(Exchange exchange) {
        return exchange.write(() -> intent(exchange), accepted -> opened(exchange, accepted));
    }

    private Intent intent(Exchange exchange) {
        Fields fields = exchange.fields();
        Field<DisplayName> name = fields.requiredText("name", DisplayName::parse);
        fields.check();
        AccountId account = new AccountId(exchange.allocate(Kind.ACCOUNT));
        return Intent.making(
                account.value(),
                List.of(
                        new OpenAccount(account, name.get()),
                        issue.of(exchange, account, FIRST_KEY, FIRST_PERMISSIONS, null, null)));
    }

    private static Reply opened(Exchange exchange, Accepted accepted) {
        Found<AccountView> account = exchange.find(new FindAccount(accepted.result(), accepted.moment()));
        ApiKeyView firstKey =
                exchange
                        .find(new ListApiKeys(accepted.result(), new Page(1, 1), accepted.moment()))
                        .view()
                        .entries()
                        .stream()
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        NewApiKeyShape key = NewApiKeyShape.of(firstKey, exchange.newKey(firstKey.id()));
        // An account has no address of its own, hence nothing that an ETag could be good for.
        return Reply.data(201, OpenedAccountShape.of(account.view(), key)).at(account.position());
    }
}
