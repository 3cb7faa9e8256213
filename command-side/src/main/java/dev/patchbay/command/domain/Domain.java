package dev.patchbay.command.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.claim.Names;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import dev.patchbay.shared.domain.DomainCommand.AddDomain;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainCommand.DeleteDomain;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainStatus;
import dev.patchbay.shared.domain.Findings;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A domain that identities have their addresses in, once its records show whose it is. */
@Aggregate
class Domain {

    @AggregateIdentifier
    private DomainId id;

    private long account;
    private String name;
    private @Nullable Instant addedAt;
    private String status;
    private @Nullable LookUp last;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(AddDomain command, Names names) {
        String added = command.name().value();
        names.claim(Kind.DOMAIN, Names.INSTALLATION, added, command.id().value());
        DnsRecords records = command.records();
        apply(new DomainAdded(
                command.id().value(),
                command.account().value(),
                command.uuid().toString(),
                added,
                records.ownershipText(),
                records.spfText(),
                records.dkimSelector(),
                records.dkimText(),
                records.mailHost(),
                command.now().plus(Recheck.SHORTEST)));
    }

    @CommandHandler
    void decide(CheckDomain command) {
        LookUp later = overtaking(command);
        if (!command.asked() && (later != null || isVerified())) {
            return;
        }
        Findings findings =
                later == null ? command.findings() : later.findings().over(command.findings());
        Instant next = findings.areGood() ? null : Recheck.after(addedAt, command.now());
        String outcome = status(findings, command.asked() || next == null);
        apply(new DomainChecked(
                id.value(),
                findings.ownership().word(),
                findings.spf().word(),
                findings.dkim().word(),
                findings.mx().word(),
                outcome,
                later == null ? command.lookedUpAt() : later.begun(),
                outcome.equals(DomainStatus.VERIFIED.word()) ? null : next));
    }

    @CommandHandler
    void decide(DeleteDomain command, Names names) {
        names.free(Kind.DOMAIN, Names.INSTALLATION, name, id.value());
        apply(new DomainDeleted(id.value(), name));
    }

    boolean belongsTo(long otherAccount) {
        return account == otherAccount;
    }

    boolean isVerified() {
        return DomainStatus.VERIFIED.word().equals(status);
    }

    /** The last look-up, if it began later; a clock that was put back overtakes nobody. */
    private @Nullable LookUp overtaking(CheckDomain command) {
        boolean later = last != null
                && command.lookedUpAt().isBefore(last.begun())
                && !last.begun().isAfter(command.now());
        return later ? last : null;
    }

    /** Name servers that do not answer prove nothing. */
    private String status(Findings findings, boolean decisive) {
        if (findings.areGood()) {
            return DomainStatus.VERIFIED.word();
        }
        if (!findings.areBad()) {
            return status;
        }
        return decisive ? DomainStatus.FAILED.word() : status;
    }

    @EventSourcingHandler
    void evolve(DomainAdded event, @Timestamp Instant recordedAt) {
        id = new DomainId(event.domainId());
        account = event.accountId();
        name = event.name();
        addedAt = recordedAt;
        status = DomainStatus.PENDING.word();
    }

    @EventSourcingHandler
    void evolve(DomainChecked event) {
        status = event.domainStatus();
        last = new LookUp(event.lookedUpAt(), Findings.of(event.ownership(), event.spf(), event.dkim(), event.mx()));
    }

    @EventSourcingHandler
    void evolve(DomainDeleted event) {
        markDeleted();
    }

    Domain() {}

    private record LookUp(Instant begun, Findings findings) {}
}
