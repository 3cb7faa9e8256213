package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Event;

/** What happened to a virtual number. */
public sealed interface VirtualNumberEvent extends Event
        permits VirtualNumberRegistered,
                VirtualNumberRenamed,
                VirtualNumberActivated,
                VirtualNumberDeactivated,
                RecordingStarted,
                RecordingStopped,
                RoutingStrategyChanged,
                OperatorAttached,
                OperatorDetached,
                OperatorsReordered,
                VirtualNumberAssignedToProject,
                VirtualNumberWithdrawnFromProject,
                VirtualNumberReleased {
    long virtualNumberId();
}
