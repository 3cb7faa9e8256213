package dev.patchbay.rest.project;

import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.References;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.UnlinkOperatorFromProject;
import dev.patchbay.shared.operator.OperatorDetail;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which operators the keys of a project see. */
@Controller
@RequestMapping("/api/v1/public/projects/{id}/operators")
final class ProjectOperatorController {

    @GetMapping
    @Requires(READ)
    Reply list(ProjectId id, Exchange exchange) {
        requireProject(id, exchange);
        return exchange.list(new ListOperators(inside(id, exchange), exchange.page(), exchange.moment()));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply link(ProjectId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    requireProject(id, exchange);
                    OperatorId operator = new OperatorId(References.required(exchange.fields(), "operator_id"));
                    Found<OperatorDetail> found =
                            exchange.find(find(operator.value(), exchange.scope(), exchange.moment()));
                    return Intent.changing(
                            operator, found, operator.value(), List.of(new LinkOperatorToProject(operator, id)));
                },
                accepted -> exchange.show(200, find(accepted.result(), exchange.scope(), accepted.moment())));
    }

    @DeleteMapping("/{operatorId}")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply unlink(ProjectId id, OperatorId operatorId, Exchange exchange) {
        return exchange.write(
                () -> {
                    requireProject(id, exchange);
                    exchange.find(find(operatorId.value(), inside(id, exchange), exchange.moment()));
                    Found<OperatorDetail> found =
                            exchange.find(find(operatorId.value(), exchange.scope(), exchange.moment()));
                    return Intent.changing(
                            operatorId,
                            found,
                            operatorId.value(),
                            List.of(new UnlinkOperatorFromProject(operatorId, id)));
                },
                accepted -> exchange.show(200, find(accepted.result(), exchange.scope(), accepted.moment())));
    }

    private static void requireProject(ProjectId id, Exchange exchange) {
        exchange.find(new FindProject(id.value(), exchange.scope(), exchange.moment()));
    }

    private static Scope inside(ProjectId id, Exchange exchange) {
        return new Scope(exchange.scope().accountId(), id.value());
    }

    private static FindOperator find(long operator, Scope scope, Moment moment) {
        return new FindOperator(operator, scope, moment);
    }
}
