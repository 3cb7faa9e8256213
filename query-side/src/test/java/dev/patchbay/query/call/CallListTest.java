package dev.patchbay.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Facts;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallEvent;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallPeriodCorrected;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.CallView;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.RecentCall;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallListTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final long OTHER_ACCOUNT = 2;

    /** Of the numbers 1 to 5; number 5 is of another account. */
    private static final Map<Long, Long> PROJECT_OF = Map.of(1L, 5L, 2L, 5L, 3L, 6L, 5L, 7L);

    @TempDir
    Path directory;

    @Test
    void says_what_looking_at_every_call_says() {
        Random dice = new Random(42);
        try (ProjectedLog log = new ProjectedLog(directory)) {
            List<CallEvent> events = recorded(log, dice);
            long before = log.position() - events.size();
            for (int question = 0; question < 400; question++) {
                CallFilter filter = new CallFilter(
                        any(dice, List.of(1L, 2L, 3L, 4L, 5L)),
                        any(dice, List.of(11L, 12L)),
                        any(dice, List.of(5L, 6L, 7L)),
                        any(dice, List.of(CallStatus.values())),
                        any(dice, List.of(CallDirection.values())),
                        any(dice, List.of(NOON.plusSeconds(10), NOON.plusSeconds(20))),
                        any(dice, List.of(NOON.plusSeconds(35), NOON.plusSeconds(50))));
                Scope scope = new Scope(Facts.ACCOUNT, any(dice, List.of(5L, 6L)));
                int known = dice.nextInt(events.size());

                compare(log, Moment.latest(), events, filter, scope);
                compare(log, Moment.exactly(before + known), events.subList(0, known), filter, scope);
            }
        }
    }

    private static void compare(
            ProjectedLog log, Moment moment, List<CallEvent> known, CallFilter filter, Scope scope) {
        String question = filter + " " + scope + " of the first " + known.size();
        assertThat(listed(log, filter, scope, moment)).as(question).isEqualTo(byHand(known, filter, scope));
        assertThat(listedOnTo(NOON.plusSeconds(15), log, filter, scope, moment))
                .as("%s, its second page up to the 15th second", question)
                .isEqualTo(byHand(known, upTo(NOON.plusSeconds(15), filter), scope));
        long number = 3;
        VirtualNumberDetail detail = log.view(new FindVirtualNumber(number, new Scope(Facts.ACCOUNT, null), moment));
        assertThat(detail.recentCalls())
                .extracting(RecentCall::id)
                .as("recent calls, of the first %s", known.size())
                .isEqualTo(byHand(known, ofNumber(number), new Scope(Facts.ACCOUNT, null)).stream()
                        .limit(10)
                        .toList());
    }

    /** In the order of time, but for some; the time of every fifth is corrected soon after. */
    private static List<CallEvent> recorded(ProjectedLog log, Random dice) {
        log.append(
                Facts.number(1),
                Facts.number(2),
                Facts.number(3),
                Facts.number(4),
                Facts.number(5, OTHER_ACCOUNT),
                Facts.operator(11, "Anna"),
                Facts.operator(12, OTHER_ACCOUNT, "Mallory"));
        PROJECT_OF.forEach((number, project) -> log.append(new VirtualNumberAssignedToProject(number, project)));
        log.append(new VirtualNumberReleased(2, "+15554440002"));
        List<CallEvent> events = new ArrayList<>();
        for (long id = 1; id <= 300; id++) {
            long number = one(dice, List.of(1L, 2L, 3L, 4L, 5L));
            CallStatus status = one(dice, List.of(CallStatus.values()));
            Long operator = status == CallStatus.ANSWERED ? any(dice, List.of(number == 5 ? 12L : 11L)) : null;
            events.add(new CallRecorded(
                    id,
                    number == 5 ? OTHER_ACCOUNT : Facts.ACCOUNT,
                    number,
                    null,
                    one(dice, List.of(CallDirection.values())).word(),
                    null,
                    null,
                    status.word(),
                    0,
                    operator,
                    false,
                    null,
                    NOON.plusSeconds(id / 6 + dice.nextInt(8)),
                    null));
            if (id % 5 == 0) {
                events.add(new CallPeriodCorrected(
                        id - dice.nextInt(5), NOON.plusSeconds(id / 6 + dice.nextInt(20) - 5), null));
            }
        }
        log.append(events);
        return events;
    }

    private static List<Long> listed(ProjectedLog log, CallFilter filter, Scope scope, Moment moment) {
        List<Long> listed = new ArrayList<>();
        CallPage.Next next = null;
        do {
            CallPage page = log.view(new ListCalls(filter, next, 7, scope, moment));
            listed.addAll(page.calls().stream().map(CallView::id).toList());
            next = page.next();
        } while (next != null);
        return listed;
    }

    /** The second page with another end than the first: what began before that. */
    private static List<Long> listedOnTo(Instant end, ProjectedLog log, CallFilter filter, Scope scope, Moment moment) {
        CallPage.Next next =
                log.view(new ListCalls(filter, null, 1, scope, moment)).next();
        boolean earlier = next != null && next.startedAt() >= end.getEpochSecond();
        return log.view(new ListCalls(upTo(end, filter), earlier ? next : null, 1_000, scope, moment)).calls().stream()
                .map(CallView::id)
                .toList();
    }

    private static CallFilter upTo(Instant end, CallFilter filter) {
        return new CallFilter(
                filter.virtualNumberId(),
                filter.operatorId(),
                filter.projectId(),
                filter.status(),
                filter.direction(),
                filter.from(),
                end);
    }

    private static CallFilter ofNumber(long number) {
        return new CallFilter(number, null, null, null, null, null, null);
    }

    private static List<Long> byHand(List<CallEvent> events, CallFilter filter, Scope scope) {
        Map<Long, CallRecorded> calls = new HashMap<>();
        Map<Long, Instant> startedAt = new HashMap<>();
        for (CallEvent event : events) {
            switch (event) {
                case CallRecorded call -> {
                    calls.put(call.callId(), call);
                    startedAt.put(call.callId(), call.startedAt());
                }
                case CallPeriodCorrected corrected -> startedAt.put(corrected.callId(), corrected.startedAt());
                default -> throw new AssertionError(event);
            }
        }
        return calls.values().stream()
                .filter(call -> call.accountId() == scope.accountId())
                .filter(call -> matches(scope.projectId(), PROJECT_OF.get(call.virtualNumberId())))
                .filter(call -> matches(filter.projectId(), PROJECT_OF.get(call.virtualNumberId())))
                .filter(call -> matches(filter.virtualNumberId(), call.virtualNumberId()))
                .filter(call -> matches(filter.operatorId(), call.operatorId()))
                .filter(call ->
                        filter.status() == null || filter.status().word().equals(call.callStatus()))
                .filter(call ->
                        filter.direction() == null || filter.direction().word().equals(call.direction()))
                .map(CallRecorded::callId)
                .filter(call -> filter.from() == null || !startedAt.get(call).isBefore(filter.from()))
                .filter(call -> filter.to() == null || startedAt.get(call).isBefore(filter.to()))
                .sorted(Comparator.<Long, Instant>comparing(startedAt::get)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    private static boolean matches(Long wanted, Long there) {
        return wanted == null || Objects.equals(wanted, there);
    }

    /** One of the values, or none of them, which is as likely as all of them together. */
    private static <T> T any(Random dice, List<T> values) {
        return dice.nextBoolean() ? null : one(dice, values);
    }

    private static <T> T one(Random dice, List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }
}
