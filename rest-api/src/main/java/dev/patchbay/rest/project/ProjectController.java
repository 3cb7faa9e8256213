package dev.patchbay.rest.project;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.project.ProjectCommand.DeleteProject;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectQuery.FindProject;
import dev.patchbay.shared.project.ProjectQuery.ListProjects;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Projects: what numbers, operators and keys belong to. */
@Controller
@RequestMapping("/api/v1/public/projects")
final class ProjectController {

    @GetMapping
    @Requires(READ)
    Reply list(Exchange exchange) {
        return exchange.list(new ListProjects(exchange.scope(), exchange.page(), exchange.moment()));
    }

    @GetMapping("/{id}")
    @Requires(READ)
    Reply get(ProjectId id, Exchange exchange) {
        return exchange.read(
                Kind.PROJECT, Which.numbered(id.value()), exchange.find(find(id.value(), exchange, exchange.moment())));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.MAY_CREATE_PROJECTS)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    ProjectFields fields = ProjectFields.ofNew(exchange.fields());
                    ProjectId id = new ProjectId(exchange.allocate(Kind.PROJECT));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(id.value(), List.of(fields.creation(id, account)));
                },
                accepted -> exchange.show(201, find(accepted.result(), exchange, accepted.moment())));
    }

    @PatchMapping("/{id}")
    @Requires(WRITE)
    Reply update(ProjectId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id.value(), exchange, exchange.moment())),
                        id.value(),
                        ProjectFields.of(exchange.fields()).changes(id)),
                accepted -> exchange.show(200, find(id.value(), exchange, accepted.moment())));
    }

    @DeleteMapping("/{id}")
    @Requires(value = DELETE, accountWide = Requires.MAY_CREATE_PROJECTS)
    Reply delete(ProjectId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id.value(), exchange, exchange.moment())),
                        id.value(),
                        List.of(new DeleteProject(id))),
                accepted -> exchange.afterwards(find(id.value(), exchange, accepted.moment()), Reply.empty(204)));
    }

    private static FindProject find(long id, Exchange exchange, Moment moment) {
        return new FindProject(id, exchange.scope(), moment);
    }
}
