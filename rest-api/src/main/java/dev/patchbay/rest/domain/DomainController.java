package dev.patchbay.rest.domain;

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
import dev.patchbay.rest.settings.DomainSettings;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.domain.DomainCommand.AddDomain;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainCommand.DeleteDomain;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.domain.DomainQuery.ListDomains;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Domains: where identities have their addresses. */
@Controller
@RequestMapping("/v1/domains")
final class DomainController {
    private final DomainSettings settings;
    private final NameServers nameServers;
    private final Clock clock;

    DomainController(DomainSettings settings, NameServers nameServers, Clock clock) {
        this.settings = settings;
        this.nameServers = nameServers;
        this.clock = clock;
    }

    @GetMapping
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        Slice slice = Slices.of(exchange::parameter);
        Found<Listing<DomainView>> found =
                exchange.find(new ListDomains(exchange.scope().accountId(), slice, exchange.moment()));
        List<DomainShape> entries =
                found.view().entries().stream().map(DomainShape::of).toList();
        return exchange.list(Flat.part(entries, found.view().total(), slice), found.position());
    }

    @GetMapping("/{id}")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(UUID id, Exchange exchange) {
        return exchange.read(
                Kind.DOMAIN,
                Which.known(id),
                find(Which.known(id), exchange, exchange.moment()).as(DomainShape::of));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    Fields fields = exchange.fields();
                    Field<DomainName> name = fields.requiredText("domain", DomainName::parse);
                    fields.check(Flat::invalid);
                    DomainId id = new DomainId(exchange.allocate(Kind.DOMAIN));
                    String proof = UUID.randomUUID().toString().replace("-", "");
                    return Intent.making(
                            id.value(),
                            List.of(new AddDomain(
                                    id,
                                    new AccountId(exchange.scope().accountId()),
                                    UUID.randomUUID(),
                                    name.get(),
                                    settings.records(proof),
                                    clock.instant())));
                },
                accepted -> show(201, accepted, exchange));
    }

    /**
     * The look-up itself comes before anything is decided, and once; nothing is locked meanwhile. Who is overtaken by a later
     * look-up hears what that came to, as far as it was answered.
     */
    @PostMapping("/{id}/verify")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply verify(UUID id, Exchange exchange) {
        AtomicReference<@Nullable LookUp> known = new AtomicReference<>();
        return exchange.write(
                () -> {
                    Found<DomainView> found = find(Which.known(id), exchange, exchange.moment());
                    exchange.fieldsIfAny();
                    Found<DomainShape> shown = found.as(DomainShape::of);
                    exchange.expect(shown);
                    DomainId number = new DomainId(found.view().number());
                    LookUp lookUp = known.updateAndGet(earlier -> earlier == null ? lookUp(found.view()) : earlier);
                    return Intent.changing(
                            number,
                            shown,
                            number.value(),
                            List.of(new CheckDomain(number, lookUp.findings(), true, lookUp.begun(), clock.instant())));
                },
                accepted -> show(200, accepted, exchange));
    }

    @DeleteMapping("/{id}")
    @Requires(value = DELETE, accountWide = Requires.ACCOUNT_WIDE)
    Reply delete(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<DomainView> found = find(Which.known(id), exchange, exchange.moment());
                    DomainId number = new DomainId(found.view().number());
                    return Intent.changing(
                            number, found.as(DomainShape::of), number.value(), List.of(new DeleteDomain(number)));
                },
                accepted -> exchange.afterwards(query(Which.known(id), exchange, accepted.moment()), Reply.empty(204)));
    }

    private LookUp lookUp(DomainView domain) {
        return new LookUp(clock.instant(), nameServers.lookUp(domain.name(), domain.records()));
    }

    private static Reply show(int status, Accepted accepted, Exchange exchange) {
        Found<DomainView> found = find(Which.numbered(accepted.result()), exchange, accepted.moment());
        return exchange.show(status, found.as(DomainShape::of));
    }

    private static Found<DomainView> find(Which which, Exchange exchange, Moment moment) {
        return exchange.find(query(which, exchange, moment));
    }

    private static FindDomain query(Which which, Exchange exchange, Moment moment) {
        return new FindDomain(which, exchange.scope().accountId(), moment);
    }

    /** What name servers said, and when they were asked. */
    private record LookUp(Instant begun, Findings findings) {}
}
