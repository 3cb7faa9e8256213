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
                RingTimeoutChanged,
                RingSecondsChanged,
                FallbackChanged,
                OperatorAttached,
                OperatorDetached,
                OperatorsReordered,
                VirtualNumberAssignedToProject,
                VirtualNumberWithdrawnFromProject,
                VirtualNumberReleased,
                VirtualNumberRestored {
    long virtualNumberId();
}
