package dev.patchbay.command.virtualnumber;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.virtualnumber.FallbackChanged;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.LinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanCommand.UnlinkFallback;
import dev.patchbay.shared.virtualnumber.FallbackPlanId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;

/** A virtual number is in its account's plan for as long as it falls back to another one. */
@Consequences
class FallbackPlanning {

    private final Decisions decisions;

    FallbackPlanning(Decisions decisions) {
        this.decisions = decisions;
    }

    @EventHandler
    void react(FallbackChanged event, MetaData metaData) {
        VirtualNumberId number = new VirtualNumberId(event.virtualNumberId());
        Long fallback = event.fallbackVirtualNumberId();
        if (fallback == null) {
            decisions.askIfThere(new UnlinkFallback(planOf(metaData), number));
        } else {
            decisions.ask(new LinkFallback(planOf(metaData), number, new VirtualNumberId(fallback)));
        }
    }

    @EventHandler
    void react(VirtualNumberRestored event, MetaData metaData) {
        Long fallback = event.fallbackVirtualNumberId();
        if (fallback != null) {
            VirtualNumberId number = new VirtualNumberId(event.virtualNumberId());
            decisions.ask(new LinkFallback(planOf(metaData), number, new VirtualNumberId(fallback)));
        }
    }

    @EventHandler
    void react(VirtualNumberReleased event, MetaData metaData) {
        decisions.askIfThere(new UnlinkFallback(planOf(metaData), new VirtualNumberId(event.virtualNumberId())));
    }

    private static FallbackPlanId planOf(MetaData metaData) {
        return new FallbackPlanId(
                new AccountId(Provenance.from(metaData).orElseThrow().accountId()));
    }
}
