package dev.patchbay.shared.operator;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.PhoneNumber;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of an operator. Asking for what is already so is harmless. */
public sealed interface OperatorCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    OperatorId id();

    record CreateOperator(
            OperatorId id,
            AccountId account,
            DisplayName name,
            PhoneNumber phoneNumber,
            @Nullable EmailAddress email,
            boolean active)
            implements OperatorCommand {}

    record RenameOperator(OperatorId id, DisplayName name) implements OperatorCommand {}

    record ChangeOperatorPhoneNumber(OperatorId id, PhoneNumber phoneNumber) implements OperatorCommand {}

    /** Null clears the address. */
    record ChangeOperatorEmail(OperatorId id, @Nullable EmailAddress email) implements OperatorCommand {}

    record ActivateOperator(OperatorId id) implements OperatorCommand {}

    record DeactivateOperator(OperatorId id) implements OperatorCommand {}

    /** Makes the operator visible to keys of a project of the same account. */
    record LinkOperatorToProject(OperatorId id, ProjectId project) implements OperatorCommand {}

    record UnlinkOperatorFromProject(OperatorId id, ProjectId project) implements OperatorCommand {}

    /** Removes the operator for the whole account: from every ring order and every project. */
    record DeleteOperator(OperatorId id) implements OperatorCommand {}

    /** Brings a deleted operator back: in no ring order, in no project. */
    record RestoreOperator(OperatorId id) implements OperatorCommand {}
}
