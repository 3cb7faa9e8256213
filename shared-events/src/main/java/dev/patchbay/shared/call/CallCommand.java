package dev.patchbay.shared.call;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of a call. */
public sealed interface CallCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    CallId id();

    /** Makes a call known; its external id, if it has one, is taken with it. */
    record RecordCall(
            CallId id,
            AccountId account,
            VirtualNumberId virtualNumber,
            @Nullable ExternalId externalId,
            CallFacts facts)
            implements CallCommand {}

    /** Moves a call along, or corrects what is known of it: all the changes or, when they contradict each other, none. */
    record ReviseCall(CallId id, List<CallChange> changes) implements CallCommand {
        public ReviseCall {
            changes = List.copyOf(changes);
        }
    }
}
