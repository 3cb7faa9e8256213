package dev.patchbay.rest.projection;

import static dev.patchbay.shared.apikey.Permission.ADMIN;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.shared.account.AccountCommand.RetryDeadLetters;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.projection.ProjectionQuery.ListDeadLetters;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Dead letters: events that a projection could not take in. */
@Controller
@RequestMapping("/api/v1/public/projections/{name}/dead_letters")
final class DeadLetterController {

    @GetMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(@PathVariable("name") String name, Exchange exchange) {
        String projection = Replays.projection(name, exchange).view().name();
        return exchange.list(new ListDeadLetters(projection, exchange.page(), exchange.moment()));
    }

    @PostMapping("/retry")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply retry(@PathVariable("name") String name, Exchange exchange) {
        return exchange.write(
                () -> {
                    String projection =
                            Replays.projection(name, exchange).view().name();
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(account.value(), List.of(new RetryDeadLetters(account, projection)));
                },
                accepted -> exchange.show(200, Replays.shaped(name, exchange, accepted.moment())));
    }
}
