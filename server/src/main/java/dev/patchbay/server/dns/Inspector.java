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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.springframework.stereotype.Component;

/** Looks up the records of domains that wait for them. */
@Component
class Inspector {
    private static final int AT_ONCE = 16;
    private static final Set<Refusal.Reason> SETTLED =
            Set.of(Refusal.Reason.NOT_FOUND, Refusal.Reason.CONCURRENT, Refusal.Reason.STALE);

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
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

    /** Checks the domains that are due, so many at once and no more, and answers when the next one is. */
    Optional<Instant> checkDue() {
        Instant now = clock.instant();
        List<CompletableFuture<Void>> checks = waiting(AT_ONCE).stream()
                .filter(each -> !each.due().isAfter(now))
                .map(each -> CompletableFuture.runAsync(() -> check(each.domain()), threads))
                .toList();
        CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).join();
        return waiting(1).stream().findFirst().map(DomainToCheck::due);
    }

    private void check(DomainView domain) {
        Instant begun = clock.instant();
        Findings findings = nameServers.lookUp(domain.name(), domain.records());
        CheckDomain check = new CheckDomain(new DomainId(domain.number()), findings, false, begun, clock.instant());
        try {
            decisions.decide(
                    Together.of(check),
                    Provenance.system(domain.accountId(), UUID.randomUUID().toString()));
        } catch (CommandExecutionException refused) {
            // A domain that is gone by now needs no records, and one that somebody else has just checked no second
            // check.
            boolean settled = Refusal.in(refused)
                    .map(Refusal.Details::reason)
                    .filter(SETTLED::contains)
                    .isPresent();
            if (!settled) {
                throw refused;
            }
        }
    }

    private List<DomainToCheck> waiting(int most) {
        return questions
                .ask(new ListDomainsToCheck(most, Moment.head()))
                .found()
                .orElseThrow();
    }
}
