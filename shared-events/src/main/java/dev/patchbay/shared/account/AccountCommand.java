package dev.patchbay.shared.account;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.text.DisplayName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of an account. */
public sealed interface AccountCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    AccountId id();

    /** Opens an account; nothing ever crosses from one account to another. */
    record OpenAccount(AccountId id, DisplayName name) implements AccountCommand {}

    /** Lets a projection try again what it has parked; the projection is everybody's. */
    record RetryDeadLetters(AccountId id, String projection) implements AccountCommand {}
}
