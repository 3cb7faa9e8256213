package dev.patchbay.rest.audit;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.Part;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit trail: of all that the caller may see, and of one thing of the voice API. */
@Controller
@RequestMapping("/api/v1/public")
final class AuditController {

    @GetMapping("/audit_events")
    @Requires(READ)
    Reply list(Exchange exchange) {
        AuditParameters parameters = new AuditParameters(exchange);
        Part part = parameters.part();
        return Histories.page(
                exchange.find(new ListAuditEntries(parameters.filter(), part, exchange.scope(), exchange.moment())),
                part,
                exchange);
    }

    @GetMapping("/operators/{id}/history")
    @Requires(READ)
    Reply history(OperatorId id, Exchange exchange) {
        return Histories.history(Kind.OPERATOR, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/operators/{id}/diff")
    @Requires(READ)
    Reply difference(OperatorId id, Exchange exchange) {
        return Histories.difference(Kind.OPERATOR, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/virtual_numbers/{id}/history")
    @Requires(READ)
    Reply history(VirtualNumberId id, Exchange exchange) {
        return Histories.history(Kind.VIRTUAL_NUMBER, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/virtual_numbers/{id}/diff")
    @Requires(READ)
    Reply difference(VirtualNumberId id, Exchange exchange) {
        return Histories.difference(Kind.VIRTUAL_NUMBER, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/projects/{id}/history")
    @Requires(READ)
    Reply history(ProjectId id, Exchange exchange) {
        return Histories.history(Kind.PROJECT, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/projects/{id}/diff")
    @Requires(READ)
    Reply difference(ProjectId id, Exchange exchange) {
        return Histories.difference(Kind.PROJECT, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/calls/{id}/history")
    @Requires(READ)
    Reply history(CallId id, Exchange exchange) {
        return Histories.history(Kind.CALL, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/calls/{id}/diff")
    @Requires(READ)
    Reply difference(CallId id, Exchange exchange) {
        return Histories.difference(Kind.CALL, Which.numbered(id.value()), exchange);
    }

    @GetMapping("/api_keys/{id}/history")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply history(ApiKeyId id, Exchange exchange) {
        return Histories.history(Kind.API_KEY, Which.numbered(id.value()), exchange);
    }
}
