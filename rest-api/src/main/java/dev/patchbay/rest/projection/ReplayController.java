package dev.patchbay.rest.projection;

import static dev.patchbay.shared.apikey.Permission.ADMIN;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.projection.ProjectionView;
import dev.patchbay.shared.replay.ReplayCommand;
import dev.patchbay.shared.replay.ReplayCommand.AcceptReplay;
import dev.patchbay.shared.replay.ReplayCommand.CancelReplay;
import dev.patchbay.shared.replay.ReplayCommand.DiscardReplay;
import dev.patchbay.shared.replay.ReplayCommand.LimitReplay;
import dev.patchbay.shared.replay.ReplayCommand.PauseReplay;
import dev.patchbay.shared.replay.ReplayCommand.ResumeReplay;
import dev.patchbay.shared.replay.ReplayCommand.StartReplay;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayQuery.ListReplays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Replays: projections that are built anew while the old views answer. */
@Controller
@RequestMapping("/api/v1/public/projections/{name}/replays")
final class ReplayController {
    private static final String EVENTS_PER_SECOND = "events_per_second";
    private static final int FASTEST = 1_000_000;

    @GetMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(@PathVariable("name") String name, Exchange exchange) {
        Found<ProjectionView> projection = Replays.projection(name, exchange);
        return exchange.list(
                new ListReplays(projection.view().name(), exchange.page(), exchange.moment()),
                replay -> Replays.shape(replay, exchange));
    }

    @GetMapping("/{id}")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return exchange.read(
                Kind.REPLAY, Which.numbered(id.value()), Replays.replay(name, id.value(), exchange, exchange.moment()));
    }

    @PostMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply start(@PathVariable("name") String name, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<ProjectionView> projection = Replays.projection(name, exchange);
                    Integer limit = limit(exchange.fieldsIfAny()).value();
                    ReplayId id = new ReplayId(exchange.allocate(Kind.REPLAY));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(
                            id.value(),
                            List.of(new StartReplay(
                                    id, account, projection.view().name(), limit)));
                },
                accepted -> exchange.show(201, Replays.replay(name, accepted.result(), exchange, accepted.moment())));
    }

    @PatchMapping("/{id}")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply update(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> {
            List<ReplayCommand> commands = new ArrayList<>();
            limit(exchange.fields()).ifGiven(limit -> commands.add(new LimitReplay(id, limit)));
            return commands;
        });
    }

    @PostMapping("/{id}/pause")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply pause(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> List.of(new PauseReplay(id)));
    }

    @PostMapping("/{id}/resume")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply resume(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> List.of(new ResumeReplay(id)));
    }

    @PostMapping("/{id}/cancel")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply cancel(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> List.of(new CancelReplay(id)));
    }

    @PostMapping("/{id}/accept")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply accept(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> List.of(new AcceptReplay(id)));
    }

    @PostMapping("/{id}/discard")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply discard(@PathVariable("name") String name, ReplayId id, Exchange exchange) {
        return change(name, id, exchange, () -> List.of(new DiscardReplay(id)));
    }

    private static Reply change(String name, ReplayId id, Exchange exchange, Supplier<List<ReplayCommand>> commands) {
        return exchange.write(
                () -> Intent.changing(
                        id, Replays.replay(name, id.value(), exchange, exchange.moment()), id.value(), commands.get()),
                accepted -> exchange.show(200, Replays.replay(name, id.value(), exchange, accepted.moment())));
    }

    private static Field<Integer> limit(Fields fields) {
        Field<Integer> limit =
                fields.nullableInteger(EVENTS_PER_SECOND, 1, FASTEST).map(Long::intValue);
        fields.check();
        return limit;
    }
}
