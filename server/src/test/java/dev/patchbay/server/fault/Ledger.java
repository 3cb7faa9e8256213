package dev.patchbay.server.fault;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients were answered, and how often they were not. */
final class Ledger {

    private final ConcurrentLinkedQueue<Operation> answered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();

    /** How often something happened until now. */
    record Counts(int acknowledged, int refused, int unknown, int unavailable) {
        Counts plus(Counts more) {
            return new Counts(
                    acknowledged + more.acknowledged,
                    refused + more.refused,
                    unknown + more.unknown,
                    unavailable + more.unavailable);
        }

        Counts since(Counts before) {
            return new Counts(
                    acknowledged - before.acknowledged,
                    refused - before.refused,
                    unknown - before.unknown,
                    unavailable - before.unavailable);
        }
    }

    void answered(Operation operation) {
        answered.add(operation);
        (operation.isAcknowledged() ? acknowledged : refused).incrementAndGet();
    }

    /** An attempt was sent and nothing came back. */
    void unknown() {
        unknown.incrementAndGet();
    }

    /** An attempt was answered that it is to be made again later. */
    void unavailable() {
        unavailable.incrementAndGet();
    }

    /** An answer that nobody should ever get. */
    void strange(String what) {
        strange.add(what);
    }

    /** All that has been answered. */
    List<Operation> operations() {
        return List.copyOf(answered);
    }

    List<String> strangeAnswers() {
        return List.copyOf(strange);
    }

    Counts counts() {
        return new Counts(acknowledged.get(), refused.get(), unknown.get(), unavailable.get());
    }
}
