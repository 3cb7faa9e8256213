package dev.patchbay.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountCommand.RetryDeadLetters;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.account.AccountOpened;
import dev.patchbay.shared.account.DeadLettersRetried;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The owner of projects, operators, virtual numbers and API keys. */
@Aggregate
class Account {

    @AggregateIdentifier
    private AccountId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(OpenAccount command) {
        apply(new AccountOpened(command.id().value(), command.name().value()));
    }

    @CommandHandler
    void decide(RetryDeadLetters command) {
        apply(new DeadLettersRetried(id.value(), command.projection()));
    }

    @EventSourcingHandler
    void evolve(AccountOpened event) {
        id = new AccountId(event.accountId());
    }

    Account() {}
}
