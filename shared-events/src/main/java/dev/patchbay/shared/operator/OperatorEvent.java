package dev.patchbay.shared.operator;

import dev.patchbay.shared.Event;

/** What happened to an operator. */
public sealed interface OperatorEvent extends Event
        permits OperatorCreated,
                OperatorRenamed,
                OperatorPhoneNumberChanged,
                OperatorEmailChanged,
                OperatorActivated,
                OperatorDeactivated,
                OperatorLinkedToProject,
                OperatorUnlinkedFromProject,
                OperatorDeleted,
                OperatorRestored {
    long operatorId();
}
