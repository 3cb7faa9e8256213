package dev.patchbay.query.call;

import dev.patchbay.query.Facts;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Event;
import dev.patchbay.shared.call.CallAnswered;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallEnded;
import dev.patchbay.shared.call.CallMissed;
import dev.patchbay.shared.call.CallOutcomeCorrected;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lets things happen to calls, notes them on paper, and counts by hand. */
final class KnownCalls {

    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Vilnius",
            "America/New_York",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "America/Havana");

    /** Of Vilnius, Lord Howe, New York and Havana. */
    static final List<Instant> CLOCK_CHANGES = List.of(
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2026-04-04T15:00:00Z"),
            Instant.parse("2026-10-03T15:30:00Z"),
            Instant.parse("2026-03-08T07:00:00Z"),
            Instant.parse("2026-11-01T05:00:00Z"));

    private static final List<Long> NUMBERS = List.of(1L, 2L, 3L);
    private static final List<Long> OPERATORS = List.of(11L, 12L);
    static final List<Long> PROJECTS = List.of(5L, 6L);
    private static final List<String> STATUSES = List.of("ringing", "answered", "answered", "missed", "busy", "failed");

    enum What {
        RECORD,
        MOVE_ALONG,
        END,
        CORRECT_OUTCOME,
        CORRECT_DURATION,
        CORRECT_PERIOD,
        ASSIGN,
        WITHDRAW,
        RELEASE,
        DELETE_OPERATOR
    }

    /** Something that happens; the numbers say to what and how. */
    record Step(What what, int which, int when, int how) {}

    /** Somebody whose calls are counted. */
    record Whose(Holder holder, long id) {}

    enum Holder {
        NUMBER,
        OPERATOR,
        PROJECT
    }

    private final ProjectedLog log;
    private final Map<Long, KnownCall> calls = new HashMap<>();
    private final Map<Long, Long> projectOf = new HashMap<>();
    private final Set<Long> serving = new HashSet<>();
    private final List<Long> released = new ArrayList<>();
    private final List<Long> deleted = new ArrayList<>();
    private long position;

    KnownCalls(ProjectedLog log) {
        this.log = log;
        PROJECTS.forEach(project -> append(Facts.project(project, "Project")));
        OPERATORS.forEach(operator -> {
            append(Facts.operator(operator, "Operator"));
            PROJECTS.forEach(project -> append(new OperatorLinkedToProject(operator, project)));
        });
        NUMBERS.forEach(number -> append(Facts.number(number)));
    }

    private KnownCalls(KnownCalls now) {
        this.log = now.log;
        this.calls.putAll(now.calls);
        this.projectOf.putAll(now.projectOf);
        this.position = now.position;
    }

    /** What is known now, whatever happens next. */
    KnownCalls remembered() {
        return new KnownCalls(this);
    }

    long position() {
        return position;
    }

    List<Whose> everybody() {
        List<Whose> all = new ArrayList<>();
        NUMBERS.forEach(id -> all.add(new Whose(Holder.NUMBER, id)));
        OPERATORS.forEach(id -> all.add(new Whose(Holder.OPERATOR, id)));
        PROJECTS.forEach(id -> all.add(new Whose(Holder.PROJECT, id)));
        return all;
    }

    List<KnownCall> counted(Period period) {
        return calls.values().stream()
                .filter(KnownCall::counts)
                .filter(call -> period.from() == null || !call.startedAt().isBefore(period.from()))
                .filter(call -> period.to() == null || call.startedAt().isBefore(period.to()))
                .toList();
    }

    List<KnownCall> countedWithin(long project, Whose whose, Period period) {
        return counted(whose, period).stream()
                .filter(call -> Objects.equals(projectOf.get(call.number()), project))
                .toList();
    }

    List<KnownCall> counted(Whose whose, Period period) {
        return counted(period).stream()
                .filter(call -> switch (whose.holder()) {
                    case NUMBER -> call.number() == whose.id();
                    case OPERATOR -> Objects.equals(call.operator(), whose.id());
                    case PROJECT -> Objects.equals(projectOf.get(call.number()), whose.id());
                })
                .toList();
    }

    void perform(Step step) {
        long number = NUMBERS.get(step.which % NUMBERS.size());
        KnownCall call = calls.get(1L + step.which % Math.max(1, calls.size()));
        switch (step.what) {
            case RECORD -> record(step, number);
            case ASSIGN -> assign(number, PROJECTS.get(step.how % PROJECTS.size()));
            case WITHDRAW -> withdraw(number);
            case RELEASE -> release(number);
            case DELETE_OPERATOR -> delete(OPERATORS.get(step.which % OPERATORS.size()));
            case MOVE_ALONG, END, CORRECT_OUTCOME, CORRECT_DURATION, CORRECT_PERIOD -> {
                if (call != null) {
                    revise(step, call);
                }
            }
        }
    }

    private void record(Step step, long number) {
        String status = STATUSES.get(step.how % STATUSES.size());
        KnownCall call = new KnownCall(
                calls.size() + 1, number, status, operator(status, step.how), step.how % 500, time(step.when));
        calls.put(call.id(), call);
        append(new CallRecorded(
                call.id(),
                Facts.ACCOUNT,
                number,
                null,
                "inbound",
                null,
                null,
                status,
                call.duration(),
                call.operator(),
                false,
                null,
                call.startedAt(),
                null));
    }

    private void revise(Step step, KnownCall call) {
        switch (step.what) {
            case MOVE_ALONG -> moveAlong(step, call);
            case END -> {
                long duration = step.how % 500;
                note(call, call.status(), call.operator(), duration, call.startedAt());
                append(new CallEnded(call.id(), duration, call.startedAt().plusSeconds(duration)));
            }
            case CORRECT_OUTCOME -> {
                String status = STATUSES.get(step.how % STATUSES.size());
                Long operator = operator(status, step.when);
                note(call, status, operator, call.duration(), call.startedAt());
                append(new CallOutcomeCorrected(call.id(), status, operator));
            }
            case CORRECT_DURATION -> {
                note(call, call.status(), call.operator(), step.how % 700, call.startedAt());
                append(new CallDurationCorrected(call.id(), step.how % 700));
            }
            default -> {
                note(call, call.status(), call.operator(), call.duration(), time(step.when));
                append(new CallPeriodCorrected(call.id(), time(step.when), null));
            }
        }
    }

    private void moveAlong(Step step, KnownCall call) {
        if (call.counts()) {
            return;
        }
        if (step.how % 2 == 0) {
            Long operator = operator("answered", step.when);
            note(call, "answered", operator, call.duration(), call.startedAt());
            append(new CallAnswered(call.id(), operator));
        } else {
            note(call, "busy", null, call.duration(), call.startedAt());
            append(new CallMissed(call.id(), "busy"));
        }
    }

    private void note(KnownCall call, String status, Long operator, long duration, Instant startedAt) {
        calls.put(call.id(), new KnownCall(call.id(), call.number(), status, operator, duration, startedAt));
    }

    private void assign(long number, long project) {
        if (!released.contains(number)) {
            projectOf.put(number, project);
            serving.add(number);
            append(new VirtualNumberAssignedToProject(number, project));
        }
    }

    private void withdraw(long number) {
        if (!released.contains(number) && serving.remove(number)) {
            append(new VirtualNumberWithdrawnFromProject(number, projectOf.get(number)));
        }
    }

    private void release(long number) {
        if (!released.contains(number)) {
            released.add(number);
            append(new VirtualNumberReleased(number, "+15550000000"));
        }
    }

    private void delete(long operator) {
        if (!deleted.contains(operator)) {
            deleted.add(operator);
            append(new OperatorDeleted(operator));
        }
    }

    private static Long operator(String status, int how) {
        return status.equals("answered") && how % 3 > 0 ? OPERATORS.get(how % OPERATORS.size()) : null;
    }

    /** Within two days of a change of some clock. */
    private static Instant time(int when) {
        return CLOCK_CHANGES.get(when % CLOCK_CHANGES.size()).plusSeconds(when % (4 * 86_400) - 2 * 86_400L);
    }

    private void append(Event event) {
        position = log.append(event);
    }
}
