package dev.patchbay.rest.role;

import static dev.patchbay.shared.role.AgentPermission.ROLES_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.role.RoleCommand;
import dev.patchbay.shared.role.RoleCommand.DeleteRole;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.role.RoleQuery.FindRole;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Roles: what agents may do. */
@Controller
@RequestMapping("/api/v1/roles")
final class RoleController {

    @GetMapping
    @ForAgents
    Reply list(Exchange exchange) {
        Found<List<RoleView>> found =
                exchange.find(new ListRoles(exchange.scope().accountId(), exchange.moment()));
        return exchange.list(
                Reply.data(200, found.view().stream().map(RoleShape::of).toList()), found.position());
    }

    @GetMapping("/{id}")
    @ForAgents(ROLES_MANAGE)
    Reply get(RoleId id, Exchange exchange) {
        return exchange.read(
                Kind.ROLE,
                Which.numbered(id.value()),
                find(id, exchange, exchange.moment()).as(RoleShape::of));
    }

    @PostMapping
    @ForAgents(ROLES_MANAGE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    RoleFields fields = RoleFields.whole(exchange.members());
                    RoleId id = new RoleId(exchange.allocate(Kind.ROLE));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(id.value(), List.of(fields.creation(id, account)));
                },
                accepted -> exchange.show(
                        200,
                        find(new RoleId(accepted.result()), exchange, accepted.moment())
                                .as(RoleShape::of)));
    }

    @PutMapping("/{id}")
    @ForAgents(ROLES_MANAGE)
    Reply replace(RoleId id, Exchange exchange) {
        return change(id, exchange, members -> RoleFields.whole(members).replacement(id));
    }

    @PatchMapping("/{id}")
    @ForAgents(ROLES_MANAGE)
    Reply update(RoleId id, Exchange exchange) {
        return change(id, exchange, members -> RoleFields.changes(id, members));
    }

    @DeleteMapping("/{id}")
    @ForAgents(ROLES_MANAGE)
    Reply delete(RoleId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        find(id, exchange, exchange.moment()).as(RoleShape::of),
                        id.value(),
                        List.of(new DeleteRole(id))),
                accepted -> exchange.afterwards(query(id, exchange, accepted.moment()), Reply.data(200, true)));
    }

    private static Reply change(RoleId id, Exchange exchange, Function<Members, List<RoleCommand>> changes) {
        return exchange.write(
                () -> {
                    Found<RoleShape> found =
                            find(id, exchange, exchange.moment()).as(RoleShape::of);
                    return Intent.changing(id, found, id.value(), changes.apply(exchange.members()));
                },
                accepted ->
                        exchange.show(200, find(id, exchange, accepted.moment()).as(RoleShape::of)));
    }

    private static Found<RoleView> find(RoleId id, Exchange exchange, Moment moment) {
        return exchange.find(query(id, exchange, moment), () -> Envelope.problem(404, "Role not found"));
    }

    private static FindRole query(RoleId id, Exchange exchange, Moment moment) {
        return new FindRole(id.value(), exchange.scope().accountId(), moment);
    }
}
