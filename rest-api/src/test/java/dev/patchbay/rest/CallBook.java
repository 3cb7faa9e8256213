package dev.patchbay.rest;

import dev.patchbay.shared.call.CallChange;
import dev.patchbay.shared.call.CallCommand;
import dev.patchbay.shared.call.CallCommand.RecordCall;
import dev.patchbay.shared.call.CallCommand.ReviseCall;
import dev.patchbay.shared.call.CallFacts;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPage.Next;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallReferenceId;
import dev.patchbay.shared.call.CallView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The calls of the backend in miniature. */
final class CallBook {
    private final Map<Long, RecordCall> calls = new ConcurrentSkipListMap<>();
    private final Map<Long, Long> versions = new ConcurrentHashMap<>();

    void apply(CallCommand command) {
        long id = command.id().value();
        versions.merge(id, 1L, Long::sum);
        switch (command) {
            case RecordCall call -> calls.put(id, call);
            case ReviseCall revision -> calls.computeIfPresent(id, (any, call) -> revised(call, revision));
        }
    }

    CallView find(long id) {
        return calls.containsKey(id) ? view(calls.get(id)) : null;
    }

    long version(long id) {
        return versions.getOrDefault(id, 0L) - 1;
    }

    CallPage page(ListCalls query) {
        List<CallView> all =
                calls.values().stream().map(CallBook::view).toList().reversed();
        List<CallView> rest = all.stream()
                .filter(call ->
                        query.after() == null || call.id() < query.after().callId())
                .toList();
        List<CallView> page = rest.stream().limit(query.limit()).toList();
        Next next = page.size() < rest.size()
                ? new Next(
                        40,
                        page.getLast().startedAt().getEpochSecond(),
                        page.getLast().id())
                : null;
        return new CallPage(page, next);
    }

    List<KnownReference> known(List<CallReferenceId> references) {
        return calls.values().stream()
                .filter(call -> call.externalId() != null
                        && references.contains(new CallReferenceId(call.virtualNumber(), call.externalId())))
                .map(call -> new KnownReference(
                        call.virtualNumber().value(),
                        call.externalId().value(),
                        call.id().value()))
                .toList();
    }

    private static RecordCall revised(RecordCall call, ReviseCall revision) {
        CallFacts facts = call.facts();
        for (CallChange change : revision.changes()) {
            facts = facts.with(change);
        }
        return new RecordCall(call.id(), call.account(), call.virtualNumber(), call.externalId(), facts);
    }

    private static CallView view(RecordCall call) {
        CallFacts facts = call.facts();
        return new CallView(
                call.id().value(),
                call.virtualNumber().value(),
                call.externalId() == null ? null : call.externalId().value(),
                facts.direction().word(),
                facts.phoneNumber() == null ? null : facts.phoneNumber().e164(),
                facts.callerName(),
                facts.status().word(),
                facts.duration(),
                facts.operator() == null ? null : facts.operator().value(),
                facts.aiHandled(),
                facts.transcriptSummary(),
                facts.startedAt(),
                facts.endedAt());
    }
}
