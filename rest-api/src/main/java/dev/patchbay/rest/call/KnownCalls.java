package dev.patchbay.rest.call;

import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.ExternalId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which external ids are known, after all that was decided. */
final class KnownCalls {
    private final Map<CallReferenceId, CallId> calls = new HashMap<>();

    static KnownCalls among(Collection<NewCall> wanted, Exchange exchange) {
        KnownCalls known = new KnownCalls();
        List<CallReferenceId> references = wanted.stream()
                .map(NewCall::reference)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!references.isEmpty()) {
            exchange.find(new ListKnownReferences(references, Moment.head()))
                    .view()
                    .forEach(known::add);
        }
        return known;
    }

    Optional<CallId> find(NewCall call) {
        return call.reference().flatMap(reference -> Optional.ofNullable(calls.get(reference)));
    }

    void add(NewCall call, CallId id) {
        call.reference().ifPresent(reference -> calls.put(reference, id));
    }

    private void add(KnownReference known) {
        calls.put(
                new CallReferenceId(new VirtualNumberId(known.virtualNumberId()), new ExternalId(known.externalId())),
                new CallId(known.callId()));
    }
}
