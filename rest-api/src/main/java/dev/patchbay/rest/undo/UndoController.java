package dev.patchbay.rest.undo;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Position;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance.Cause;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.account.AccountQuery.FindAccount;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes what a request changed back, and makes things what they were: by further events that name their cause. */
@Controller
@RequestMapping("/api/v1/public")
final class UndoController {
    private static final int MOST_FIELDS = 50;

    @PostMapping("/audit_events/{position}/undo")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply undo(Position position, Exchange exchange) {
        Fields body = exchange.fieldsIfAny();
        boolean dryRun = body.flag("dry_run").orElse(false);
        body.check();
        exchange.because(new Cause(Cause.UNDO, position.value()));
        return exchange.write(
                () -> permitted(Undo.plan(position.value(), Past.of(exchange)), exchange)
                        .intent(position.value(), dryRun),
                accepted -> exchange.afterwards(
                        new FindAccount(exchange.scope().accountId(), accepted.moment()), Reply.success()));
    }

    @PostMapping("/operators/{id}/restore")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply restore(OperatorId id, Exchange exchange) {
        return restore(
                new Thing(Kind.OPERATOR, id.value()),
                moment -> new FindOperator(id.value(), exchange.scope(), moment),
                exchange);
    }

    @PostMapping("/virtual_numbers/{id}/restore")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply restore(VirtualNumberId id, Exchange exchange) {
        return restore(
                new Thing(Kind.VIRTUAL_NUMBER, id.value()),
                moment -> new FindVirtualNumber(id.value(), exchange.scope(), moment),
                exchange);
    }

    @PostMapping("/projects/{id}/restore")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply restore(ProjectId id, Exchange exchange) {
        return restore(
                new Thing(Kind.PROJECT, id.value()),
                moment -> new FindProject(id.value(), exchange.scope(), moment),
                exchange);
    }

    private static Reply restore(Thing thing, Function<Moment, Query<?>> query, Exchange exchange) {
        Fields body = exchange.fields();
        Field<String> to = body.requiredText("to", text -> text);
        Field<List<String>> fields = body.texts("fields", MOST_FIELDS);
        boolean dryRun = body.flag("dry_run").orElse(false);
        body.check();
        long position = exchange.positionOf("to", to.get());
        Set<String> wanted = new TreeSet<>(fields.orElse(List.of()));
        exchange.because(new Cause(Cause.RESTORE, position));
        return exchange.write(
                () -> {
                    Past past = Past.of(exchange);
                    AuditEntry unused = past.lastEvent(thing);
                    exchange.expect(exchange.look(query.apply(Moment.exactly(past.now()))));
                    return Restoration.plan(thing, position, wanted, past).intent(position, dryRun);
                },
                accepted -> exchange.show(200, query.apply(accepted.moment())));
    }

    private static Plan permitted(Plan plan, Exchange exchange) {
        if (plan.takesAway() && !exchange.caller().permissions().contains(DELETE)) {
            throw Problem.forbidden("Delete permission required");
        }
        return plan;
    }
}
