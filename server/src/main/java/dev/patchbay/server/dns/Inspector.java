package dev.patchbay.server.dns;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainQuery.FindNextCheck;
import dev.patchbay.shared.domain.DomainQuery.ListDomainsToCheck;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Findings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks up the records of domains that wait for them. */
@Component
@ConditionalOnRole(Role.QUERY)
class Inspector {
    private static final int AT_ONCE = 16;

    /** Name servers of one account that say nothing keep no other account waiting. */
    private static final int AT_ONCE_OF_AN_ACCOUNT = 4;

    /** How soon to look for look-ups that came to their end without anything to record. */
    private static final Duration WHILE_UNDER_WAY = Duration.ofSeconds(1);

    /** For how long a domain is left alone whose check failed. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Set<Refusal.Reason> SETTLED = Set.of(Refusal.Reason.NOT_FOUND, Refusal.Reason.CONCURRENT);

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, CompletableFuture<Void>> underWay = new HashMap<>();
    private final Map<Long, Instant> resting = new HashMap<>();
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

    /**
     * Begins to check the domains that are due, as far as there is room for them, and answers when to look again; waits for
     * none of them. Only one thread may call it.
     */
    Optional<Instant> checkDue() {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        forgetDone(now);
        int room = AT_ONCE - underWay.size();
        if (room > 0) {
            due(now).stream()
                    .filter(domain -> !underWay.containsKey(domain.number()))
                    .limit(room)
                    .toList()
                    .forEach(domain ->
                            underWay.put(domain.number(), CompletableFuture.runAsync(() -> check(domain), threads)));
        }
        return underWay.isEmpty() ? next(now) : Optional.of(now.plus(WHILE_UNDER_WAY));
    }

    private void forgetDone(Instant now) {
        Map<Long, CompletableFuture<Void>> done = new HashMap<>(underWay);
        done.values().removeIf(check -> !check.isDone());
        underWay.keySet().removeAll(done.keySet());
        done.forEach((domain, check) -> {
            if (check.isCompletedExceptionally()) {
                LOG.warn(
                        "domain {} is checked again in {} seconds: {}",
                        domain,
                        AFTER_FAILURE.toSeconds(),
                        String.valueOf(check.exceptionNow()));
                resting.put(domain, now.plus(AFTER_FAILURE));
            }
        });
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
            // A domain that is gone by now needs no records, and one that somebody else is checking no second check.
            boolean settled = Refusal.in(refused)
                    .map(Refusal.Details::reason)
                    .filter(SETTLED::contains)
                    .isPresent();
            if (!settled) {
                throw refused;
            }
        }
    }

    private List<DomainView> due(Instant now) {
        Set<Long> left = Set.copyOf(resting.keySet());
        return questions
                .ask(new ListDomainsToCheck(AT_ONCE, AT_ONCE_OF_AN_ACCOUNT, left, now, Moment.head()))
                .found()
                .orElseThrow();
    }

    private Optional<Instant> next(Instant now) {
        Optional<Instant> due =
                questions.ask(new FindNextCheck(now, Moment.head())).found();
        return Stream.concat(due.stream(), resting.values().stream()).min(Comparator.naturalOrder());
    }
}
