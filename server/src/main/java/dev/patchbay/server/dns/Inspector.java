package dev.patchbay.server.dns;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainQuery.ListDomainsToCheck;
import dev.patchbay.shared.domain.DomainToCheck;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Findings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.stereotype.Component;

/** Looks up the records of domains that wait for them. */
@Component
class Inspector {
    private final Questions questions;
    private final Decisions decisions;
    private final NameServers nameServers;
    private final Clock clock;

    Inspector(Questions questions, Decisions decisions, NameServers nameServers, Clock clock) {
        this.questions = questions;
        this.decisions = decisions;
        this.nameServers = nameServers;
        this.clock = clock;
    }

    /** Checks one domain that is due, if there is one, and answers when the next one is. */
    Optional<Instant> checkNext() {
        first().filter(waiting -> !waiting.due().isAfter(clock.instant()))
                .map(DomainToCheck::domain)
                .ifPresent(this::check);
        return first().map(DomainToCheck::due);
    }

    private void check(DomainView domain) {
        Findings findings = nameServers.lookUp(domain.name(), domain.records());
        CheckDomain check = new CheckDomain(new DomainId(domain.number()), findings, false, clock.instant());
        try {
            decisions.decide(
                    Together.of(check),
                    Provenance.system(domain.accountId(), UUID.randomUUID().toString()));
        } catch (CommandExecutionException refused) {
            // A domain that is gone by now needs no records, and one that somebody else has just checked no second
            // check.
            boolean settled = Refusal.in(refused)
                    .map(Refusal.Details::reason)
                    .filter(why -> why == Refusal.Reason.NOT_FOUND || why == Refusal.Reason.CONCURRENT)
                    .isPresent();
            if (!settled) {
                throw refused;
            }
        }
    }

    private Optional<DomainToCheck> first() {
        List<DomainToCheck> waiting =
                questions.ask(new ListDomainsToCheck(1, Moment.head())).found().orElseThrow();
        return waiting.stream().findFirst();
    }
}
