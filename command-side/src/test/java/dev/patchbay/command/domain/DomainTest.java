package dev.patchbay.command.domain;

import static dev.patchbay.shared.domain.Finding.MISSING;
import static dev.patchbay.shared.domain.Finding.UNANSWERED;
import static dev.patchbay.shared.domain.Finding.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.command.claim.Names;
import dev.patchbay.command.claim.SomeNames;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import dev.patchbay.shared.domain.DomainCommand.AddDomain;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainCommand.DeleteDomain;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static final DomainId DOMAIN = new DomainId(31);
    private static final UUID SHOWN = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(1);
    private static final Instant AGAIN = NOON.plusSeconds(90);
    private static final DnsRecords RECORDS =
            new DnsRecords("proof", "v=spf1 mx", "patchbay", "p=M", "mail.example.lt");
    private static final DomainAdded ADDED = new DomainAdded(
            31,
            7,
            SHOWN.toString(),
            "example.lt",
            "proof",
            "v=spf1 mx",
            "patchbay",
            "p=M",
            "mail.example.lt",
            NOON.plusSeconds(60));
    private static final Findings GOOD = new Findings(VERIFIED, VERIFIED, VERIFIED, VERIFIED);
    private static final Findings BAD = new Findings(VERIFIED, MISSING, VERIFIED, UNANSWERED);
    private static final Findings SILENT = new Findings(UNANSWERED, UNANSWERED, UNANSWERED, UNANSWERED);
    private static final Findings OPEN = new Findings(VERIFIED, VERIFIED, VERIFIED, UNANSWERED);

    private final SomeNames names = new SomeNames();
    private final FixtureConfiguration<Domain> domain =
            new AggregateTestFixture<>(Domain.class).registerInjectableResource((Names) names);

    @Test
    void is_added_under_its_name() {
        domain.givenNoPriorActivity()
                .when(new AddDomain(DOMAIN, new AccountId(7), SHOWN, new DomainName("example.lt"), RECORDS, NOON))
                .expectEvents(ADDED);

        assertThat(names.asked()).containsExactly("claim domain 0 example.lt for 31");
    }

    @Test
    void is_refused_under_a_name_that_is_taken() {
        domain.givenNoPriorActivity()
                .when(new AddDomain(DOMAIN, new AccountId(7), SHOWN, new DomainName(SomeNames.TAKEN), RECORDS, NOON))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void is_verified_when_all_records_are_there() {
        added().when(check(GOOD, false, NOON.plusSeconds(60))).expectEvents(found("verified", GOOD, null));
    }

    @Test
    void fails_when_somebody_asks_and_a_record_is_missing() {
        added().when(check(BAD, true, NOON.plusSeconds(90))).expectEvents(found("failed", BAD, NOON.plusSeconds(180)));
    }

    @Test
    void stays_pending_while_it_is_looked_up_by_itself() {
        added().when(check(BAD, false, NOON.plusSeconds(600)))
                .expectEvents(found("pending", BAD, NOON.plusSeconds(1200)));
    }

    @Test
    void fails_when_it_has_waited_long_enough() {
        added().when(check(BAD, false, NOON.plus(Duration.ofDays(3)))).expectEvents(found("failed", BAD, null));
    }

    @Test
    void stays_what_it_was_while_nobody_answers() {
        added().when(check(OPEN, true, NOON.plusSeconds(10)))
                .expectEvents(found("pending", OPEN, NOON.plusSeconds(70)));
        added().andGiven(found("verified", GOOD, null))
                .when(check(OPEN, true, NOON.plusSeconds(60)))
                .expectEvents(found("verified", OPEN, null));
    }

    @Test
    void is_verified_no_more_when_somebody_asks_and_a_record_has_gone() {
        added().andGiven(found("verified", GOOD, null))
                .when(check(BAD, true, NOON.plusSeconds(60)))
                .expectEvents(found("failed", BAD, NOON.plusSeconds(120)));
    }

    @Test
    void stays_verified_when_a_look_up_that_nobody_asked_for_comes_late() {
        added().andGiven(found("verified", GOOD, null))
                .when(check(BAD, false, NOON.plusSeconds(60)))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void learns_nothing_by_itself_from_a_look_up_that_began_before_the_last() {
        added().andGiven(found("pending", BAD, LATER, NOON.plusSeconds(60)))
                .when(check(GOOD, false, NOON.plusSeconds(30)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void keeps_what_a_later_look_up_found_when_somebody_who_asked_before_hears_of_it() {
        added().andGiven(found("verified", GOOD, LATER, null))
                .when(check(BAD, true, NOON.plusSeconds(30)))
                .expectEvents(found("verified", GOOD, LATER, null));
        added().andGiven(found("failed", BAD, LATER, null))
                .when(check(GOOD, true, NOON.plusSeconds(30)))
                .expectEvents(found("failed", new Findings(VERIFIED, MISSING, VERIFIED, VERIFIED), LATER, AGAIN));
    }

    @Test
    void fails_when_somebody_asks_though_a_later_look_up_that_nobody_asked_for_was_faster() {
        added().andGiven(found("pending", BAD, LATER, NOON.plusSeconds(60)))
                .when(check(OPEN, true, NOON.plusSeconds(30)))
                .expectEvents(found("failed", new Findings(VERIFIED, MISSING, VERIFIED, UNANSWERED), LATER, AGAIN));
    }

    @Test
    void is_what_somebody_who_asked_found_where_nobody_answered_a_later_look_up() {
        added().andGiven(found("pending", SILENT, LATER, NOON.plusSeconds(60)))
                .when(check(GOOD, true, NOON.plusSeconds(30)))
                .expectEvents(found("verified", GOOD, LATER, null));
        added().andGiven(found("verified", SILENT, LATER, null))
                .when(check(BAD, true, NOON.plusSeconds(30)))
                .expectEvents(found("failed", BAD, LATER, AGAIN));
    }

    @Test
    void goes_on_when_the_clock_was_put_back() {
        added().andGiven(found("failed", BAD, NOON.plus(Duration.ofHours(1)), null))
                .when(check(GOOD, true, NOON))
                .expectEvents(found("verified", GOOD, null));
    }

    @Test
    void gives_its_name_up_when_it_is_deleted() {
        added().when(new DeleteDomain(DOMAIN))
                .expectEvents(new DomainDeleted(31, "example.lt"))
                .expectMarkedDeleted();

        assertThat(names.asked()).containsExactly("free domain 0 example.lt of 31");
    }

    private TestExecutor<Domain> added() {
        return domain.givenCurrentTime(NOON).andGiven(ADDED);
    }

    /** A look-up that began at noon. */
    private static CheckDomain check(Findings findings, boolean asked, Instant now) {
        return new CheckDomain(DOMAIN, findings, asked, NOON, now);
    }

    private static DomainChecked found(String status, Findings findings, Instant next) {
        return found(status, findings, NOON, next);
    }

    private static DomainChecked found(String status, Findings findings, Instant lookedUpAt, Instant next) {
        return new DomainChecked(
                31,
                findings.ownership().word(),
                findings.spf().word(),
                findings.dkim().word(),
                findings.mx().word(),
                status,
                lookedUpAt,
                next);
    }
}
