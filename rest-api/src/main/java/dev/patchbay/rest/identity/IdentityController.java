package dev.patchbay.rest.identity;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Flat;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Accepted;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Slices;
import dev.patchbay.rest.request.Uuids;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.identity.IdentityCommand;
import dev.patchbay.shared.identity.IdentityCommand.CreateIdentity;
import dev.patchbay.shared.identity.IdentityCommand.DeleteIdentity;
import dev.patchbay.shared.identity.IdentityCommand.ResumeIdentity;
import dev.patchbay.shared.identity.IdentityCommand.SuspendIdentity;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentities;
import dev.patchbay.shared.identity.IdentityStatus;
import dev.patchbay.shared.identity.IdentityView;
import dev.patchbay.shared.identity.LocalPart;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Identities: addresses that mail is sent from and comes to. */
@Controller
@RequestMapping("/v1/identities")
final class IdentityController {
    private static final List<String> NEVER_CHANGING = List.of("domain_id", "local_part", "email_address");
    private static final String NOT_HERE = "cannot be set";

    @GetMapping
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        Slice slice = Slices.of(exchange::parameter);
        Found<Listing<IdentityView>> found = exchange.find(new ListIdentities(
                exchange.scope().accountId(),
                IdentityFilter.domain(exchange),
                IdentityFilter.status(exchange),
                slice,
                exchange.moment()));
        List<IdentityShape> entries =
                found.view().entries().stream().map(IdentityShape::of).toList();
        return exchange.list(Flat.part(entries, found.view().total(), slice), found.position());
    }

    @GetMapping("/{id}")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(UUID id, Exchange exchange) {
        return exchange.read(
                Kind.IDENTITY,
                Which.known(id),
                IdentityReferences.find(id, exchange).as(IdentityShape::of));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    Fields fields = exchange.fields();
                    Field<UUID> domainId = fields.requiredText("domain_id", Uuids::required);
                    Field<LocalPart> localPart = fields.requiredText("local_part", LocalPart::parse);
                    IdentityFields given = IdentityFields.ofNew(fields);
                    fields.raw("email_address").ifPresent(address -> fields.wrong("email_address", NOT_HERE));
                    fields.check(Flat::invalid);
                    DomainView domain = IdentityReferences.domain(domainId.get(), exchange);
                    AssistantId assistant =
                            IdentityReferences.assistant(given.assistant().value(), exchange);
                    IdentityId id = new IdentityId(exchange.allocate(Kind.IDENTITY));
                    return Intent.making(
                            id.value(),
                            List.of(new CreateIdentity(
                                    id,
                                    new AccountId(exchange.scope().accountId()),
                                    UUID.randomUUID(),
                                    new DomainId(domain.number()),
                                    domain.name(),
                                    localPart.get(),
                                    given.displayName().get(),
                                    given.settings(assistant))));
                },
                accepted -> show(201, accepted, exchange));
    }

    @PatchMapping("/{id}")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply update(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<IdentityView> found = IdentityReferences.find(id, exchange);
                    IdentityId number = new IdentityId(found.view().number());
                    return Intent.changing(
                            number, found.as(IdentityShape::of), number.value(), changes(number, exchange));
                },
                accepted -> show(200, accepted, exchange));
    }

    @DeleteMapping("/{id}")
    @Requires(value = DELETE, accountWide = Requires.ACCOUNT_WIDE)
    Reply delete(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<IdentityView> found = IdentityReferences.find(id, exchange);
                    IdentityId number = new IdentityId(found.view().number());
                    return Intent.changing(
                            number, found.as(IdentityShape::of), number.value(), List.of(new DeleteIdentity(number)));
                },
                accepted -> exchange.afterwards(
                        IdentityReferences.query(Which.known(id), exchange, accepted.moment()), Reply.empty(204)));
    }

    private static List<IdentityCommand> changes(IdentityId id, Exchange exchange) {
        Fields fields = exchange.fields();
        IdentityFields given = IdentityFields.of(fields);
        Field<IdentityStatus> status = fields.text("status", IdentityFilter::status);
        NEVER_CHANGING.stream().filter(fields::has).forEach(name -> fields.wrong(name, NOT_HERE));
        fields.check(Flat::invalid);
        AssistantId assistant = IdentityReferences.assistant(given.assistant().value(), exchange);
        List<IdentityCommand> changes = given.changes(id, assistant);
        status.ifValue(wanted ->
                changes.add(wanted == IdentityStatus.SUSPENDED ? new SuspendIdentity(id) : new ResumeIdentity(id)));
        return changes;
    }

    private static Reply show(int status, Accepted accepted, Exchange exchange) {
        Found<IdentityView> found =
                exchange.find(IdentityReferences.query(Which.numbered(accepted.result()), exchange, accepted.moment()));
        return exchange.show(status, found.as(IdentityShape::of));
    }
}
