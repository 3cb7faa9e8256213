package dev.patchbay.rest.twilio;

import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.twilio.Report.Over;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends calls, also those of whose beginning nothing was heard yet. */
@Component
final class Departures {
    private final CarriedCalls calls;
    private final Decisions decisions;
    private final Arrivals arrivals;

    Departures(CarriedCalls calls, Decisions decisions, Arrivals arrivals) {
        this.calls = calls;
        this.decisions = decisions;
        this.arrivals = arrivals;
    }

    /** Ends a call of one of the numbers that may have been dialled. */
    void end(List<Holder> dialled, ExternalId name, Over over, Delivery delivery) {
        Attempts.repeat(() -> findOrRecord(dialled, name, over, delivery))
                .ifPresent(call -> calls.learn(
                        new CallId(call.callId()),
                        over,
                        delivery.provenance(accountOf(dialled, call.virtualNumberId()))));
    }

    /** The call, if it was known before. */
    private Optional<KnownReference> findOrRecord(List<Holder> dialled, ExternalId name, Over over, Delivery delivery) {
        List<VirtualNumberId> numbers = dialled.stream()
                .map(holder -> new VirtualNumberId(holder.virtualNumberId()))
                .toList();
        Optional<KnownReference> known = calls.find(numbers, name);
        if (known.isEmpty() && delivery.isInbound()) {
            dialled.stream()
                    .filter(holder -> !holder.released())
                    .findFirst()
                    .ifPresent(holder -> record(holder, name, over, delivery));
        }
        return known;
    }

    private void record(Holder holder, ExternalId name, Over over, Delivery delivery) {
        Provenance who = delivery.provenance(holder.accountId());
        CallFacts facts = arrivals.facts(delivery, over.at().minusSeconds(over.seconds()));
        for (CallChange change : over.changes(facts)) {
            facts = facts.with(change);
        }
        CallId call = new CallId(decisions.allocate(Kind.CALL, who));
        AccountId account = new AccountId(holder.accountId());
        VirtualNumberId number = new VirtualNumberId(holder.virtualNumberId());
        decisions.decide(Together.of(List.of(new RecordCall(call, account, number, name, facts))), who);
    }

    private static long accountOf(List<Holder> dialled, long virtualNumberId) {
        return dialled.stream()
                .filter(holder -> holder.virtualNumberId() == virtualNumberId)
                .findFirst()
                .orElseThrow()
                .accountId();
    }
}
