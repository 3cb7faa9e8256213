package dev.patchbay.server.fault;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was answered with what is in the log. */
final class Inquest {

    private final List<Fact> log;
    private final List<Operation> operations;
    private final Map<String, List<Fact>> ofKey;
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * What was found out.
     *
     * @param lost was acknowledged and is not there as it was
     * @param doubled was asked for once and is there more often
     * @param wrong is there and should not be so
     */
    record Findings(Set<String> lost, Set<String> doubled, List<String> wrong) {
        boolean areNone() {
            return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
        }
    }

    private Inquest(List<Fact> log, List<Operation> operations) {
        this.log = log;
        this.operations = operations;
        this.ofKey = log.stream()
                .filter(fact -> fact.requestId().indexOf(Operation.OF) > 0)
                .collect(groupingBy(Inquest::key));
    }

    /** Looks the whole log through; nobody may be waiting for an answer meanwhile. */
    static Findings of(List<Fact> log, List<Operation> operations) {
        Inquest inquest = new Inquest(log, operations);
        inquest.lookAtTheLog();
        inquest.ofKey.forEach(inquest::lookAtTheKey);
        operations.forEach(inquest::lookAtTheOperation);
        inquest.lookAtTheOrder();
        inquest.lookAtThoseWhoRaced();
        return new Findings(inquest.lost, inquest.doubled, inquest.wrong);
    }

    private static String key(Fact fact) {
        return fact.requestId().substring(0, fact.requestId().lastIndexOf(Operation.OF));
    }

    /** Positions and numbers in a stream have no holes, times never fall, and nothing is there twice. */
    private void lookAtTheLog() {
        Set<String> ids = new HashSet<>();
        Map<String, Long> ends = new HashMap<>();
        long position = 0;
        long recordedAt = Long.MIN_VALUE;
        for (Fact fact : log) {
            requireThat(fact.position() == ++position, "there is no event at position " + position);
            position = fact.position();
            requireThat(ids.add(fact.id()), "event " + fact.id() + " is there twice");
            long next = ends.getOrDefault(fact.stream(), -1L) + 1;
            requireThat(fact.sequence() == next, fact.stream() + " has no event " + next + " before " + fact);
            ends.put(fact.stream(), fact.sequence());
            requireThat(fact.recordedAt() >= recordedAt, "time falls at " + fact);
            recordedAt = fact.recordedAt();
        }
    }

    /** However often it was asked for, one time it took effect, and as a whole. */
    private void lookAtTheKey(String key, List<Fact> facts) {
        Set<String> requests = new HashSet<>();
        facts.forEach(fact -> requests.add(fact.requestId()));
        if (requests.size() > 1) {
            doubled.add(key + " took effect as " + requests);
        }
        long accepted =
                facts.stream().filter(fact -> fact.is("RequestAccepted")).count();
        if (accepted != 1) {
            wrong.add(key + " was accepted " + accepted + " times in " + facts);
        }
        long span = facts.getLast().position() - facts.getFirst().position() + 1;
        requireThat(span == facts.size(), key + " is in pieces: " + facts);
    }

    private void lookAtTheOperation(Operation operation) {
        List<Fact> facts = ofKey.getOrDefault(operation.key(), List.of());
        if (operation.isAcknowledged()) {
            if (!isThere(operation, facts)) {
                lost.add(operation + " was answered " + operation.answer() + " and led to " + facts);
            }
        } else if (!facts.isEmpty() && operations.stream().noneMatch(other -> hasDone(other, operation))) {
            wrong.add(operation + " was refused with " + operation.answer() + " and led to " + facts);
        }
    }

    private static boolean hasDone(Operation other, Operation operation) {
        return other.key().equals(operation.key()) && other.isAcknowledged();
    }

    /** At the position that was answered, with the content that was asked for, on top of the version that was seen. */
    private static boolean isThere(Operation operation, List<Fact> facts) {
        List<Fact> found = facts.stream()
                .filter(fact -> fact.is(operation.expected().type()))
                .filter(fact -> operation.expected().values().entrySet().stream()
                        .allMatch(value ->
                                fact.body().path(value.getKey()).asString().equals(String.valueOf(value.getValue()))))
                .toList();
        return found.size() == 1
                && facts.stream()
                        .anyMatch(fact -> fact.position() == operation.answer().position())
                && operation.version().stream()
                        .allMatch(seen -> found.getFirst().sequence() == seen + 1);
    }

    /** What was asked for after something else had been answered is behind that in the log. */
    private void lookAtTheOrder() {
        List<Operation> byBegin = acknowledged(comparingLong(Operation::begun));
        List<Operation> byEnd = acknowledged(comparingLong(Operation::ended));
        int next = 0;
        long answered = 0;
        for (Operation operation : byBegin) {
            while (byEnd.get(next).ended() < operation.begun()) {
                answered = Math.max(answered, byEnd.get(next).answer().position());
                next++;
            }
            requireThat(
                    operation.answer().position() > answered,
                    operation + " was asked for after position " + answered + " was answered and is at "
                            + operation.answer().position());
        }
    }

    private List<Operation> acknowledged(java.util.Comparator<Operation> order) {
        return operations.stream()
                .filter(Operation::isAcknowledged)
                .sorted(order)
                .toList();
    }

    /** A telephone number is one virtual number's, and all who asked under one key were answered the same. */
    private void lookAtThoseWhoRaced() {
        Map<String, List<Fact>> registered = log.stream()
                .filter(fact -> fact.is("VirtualNumberRegistered"))
                .collect(groupingBy(fact -> fact.body().get("phoneNumber").asString()));
        registered.forEach((phoneNumber, facts) -> {
            if (facts.size() > 1) {
                doubled.add(phoneNumber + " was given to several: " + facts);
            }
        });
        acknowledged(comparingLong(Operation::ended)).stream()
                .collect(groupingBy(Operation::key))
                .forEach((key, answers) -> requireThat(
                        answers.stream()
                                        .map(operation -> operation.answer().status()
                                                + operation.answer().body()
                                                + operation.answer().position())
                                        .distinct()
                                        .count()
                                == 1,
                        key + " was answered in several ways"));
    }

    private void requireThat(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }
}
