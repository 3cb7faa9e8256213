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
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AssignVirtualNumberToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.WithdrawVirtualNumberFromProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which virtual numbers serve a project. */
@Controller
@RequestMapping("/api/v1/public/projects/{id}/virtual_numbers")
final class ProjectNumberController {

    @GetMapping
    @Requires(READ)
    Reply list(ProjectId id, Exchange exchange) {
        requireProject(id, exchange);
        return exchange.list(new ListVirtualNumbers(inside(id, exchange), exchange.page(), exchange.moment()));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply assign(ProjectId id, Exchange exchange) {
        return exchange.write(
                () -> {
                    requireProject(id, exchange);
                    VirtualNumberId number =
                            new VirtualNumberId(References.required(exchange.fields(), "virtual_number_id"));
                    Found<VirtualNumberDetail> found =
                            exchange.find(find(number.value(), exchange.scope(), exchange.moment()));
                    return Intent.changing(
                            number, found, number.value(), List.of(new AssignVirtualNumberToProject(number, id)));
                },
                accepted -> exchange.show(200, find(accepted.result(), exchange.scope(), accepted.moment())));
    }

    @DeleteMapping("/{virtualNumberId}")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply withdraw(ProjectId id, VirtualNumberId virtualNumberId, Exchange exchange) {
        return exchange.write(
                () -> {
                    requireProject(id, exchange);
                    exchange.find(find(virtualNumberId.value(), inside(id, exchange), exchange.moment()));
                    Found<VirtualNumberDetail> found =
                            exchange.find(find(virtualNumberId.value(), exchange.scope(), exchange.moment()));
                    return Intent.changing(
                            virtualNumberId,
                            found,
                            virtualNumberId.value(),
                            List.of(new WithdrawVirtualNumberFromProject(virtualNumberId, id)));
                },
                accepted -> exchange.show(200, find(accepted.result(), exchange.scope(), accepted.moment())));
    }

    private static void requireProject(ProjectId id, Exchange exchange) {
        exchange.find(new FindProject(id.value(), exchange.scope(), exchange.moment()));
    }

    private static Scope inside(ProjectId id, Exchange exchange) {
        return new Scope(exchange.scope().accountId(), id.value());
    }

    private static FindVirtualNumber find(long number, Scope scope, Moment moment) {
        return new FindVirtualNumber(number, scope, moment);
    }
}
