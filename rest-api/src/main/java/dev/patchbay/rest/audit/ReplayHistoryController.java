package dev.patchbay.rest.audit;

import static dev.patchbay.shared.apikey.Permission.ADMIN;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.ReplayView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What happened to one replay; of one that another account asked for, only that account is told. */
@Controller
@RequestMapping("/api/v1/public/projections/{name}/replays/{id}")
final class ReplayHistoryController {

    @GetMapping("/history")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply history(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return Histories.history(Kind.REPLAY, which(name, id, exchange), exchange);
    }

    @GetMapping("/diff")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply difference(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return Histories.difference(Kind.REPLAY, which(name, id, exchange), exchange);
    }

    private static Which which(String name, ReplayId id, Exchange exchange) {
        Found<ReplayView> found = exchange.find(new FindReplay(name, id.value(), exchange.moment()));
        return Which.numbered(found.view().id());
    }
}
