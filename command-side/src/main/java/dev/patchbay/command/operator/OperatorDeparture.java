package dev.patchbay.command.operator;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.ListNumbersOfOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DetachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.eventhandling.EventHandler;

/** A deleted operator leaves every ring order. */
@Consequences
class OperatorDeparture {

    private final Memberships memberships;
    private final Decisions decisions;

    OperatorDeparture(Memberships memberships, Decisions decisions) {
        this.memberships = memberships;
        this.decisions = decisions;
    }

    @EventHandler
    void react(OperatorDeleted event) {
        OperatorId operator = new OperatorId(event.operatorId());
        memberships
                .of(new ListNumbersOfOperator(event.operatorId(), Moment.head()))
                .forEach(number -> decisions.askIfThere(new DetachOperator(new VirtualNumberId(number), operator)));
    }
}
