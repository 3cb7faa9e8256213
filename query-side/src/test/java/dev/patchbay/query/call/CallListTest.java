package dev.patchbay.query.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Facts;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallPage;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.call.CallStatus;
import dev.patchbay.shared.call.CallView;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
            List<CallRecorded> calls = recorded(log, dice);
            for (int question = 0; question < 400; question++) {
                CallFilter filter = new CallFilter(
                        any(dice, List.of(1L, 2L, 3L, 4L, 5L)),
                        any(dice, List.of(11L, 12L)),
                        any(dice, List.of(5L, 6L, 7L)),
                        any(dice, List.of(CallStatus.values())),
                        any(dice, List.of(CallDirection.values())),
                        any(dice, List.of(NOON.plusSeconds(10), NOON.plusSeconds(20))),
                        any(dice, List.of(NOON.plusSeconds(25), NOON.plusSeconds(35))));
                Scope scope = new Scope(Facts.ACCOUNT, any(dice, List.of(5L, 6L)));

                assertThat(listed(log, filter, scope))
                        .as("%s %s", filter, scope)
                        .isEqualTo(byHand(calls, filter, scope));
            }
        }
    }

    private static List<CallRecorded> recorded(ProjectedLog log, Random dice) {
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
        List<CallRecorded> calls = new ArrayList<>();
        for (long id = 1; id <= 300; id++) {
            long number = one(dice, List.of(1L, 2L, 3L, 4L, 5L));
            CallStatus status = one(dice, List.of(CallStatus.values()));
            Long operator = status == CallStatus.ANSWERED ? any(dice, List.of(number == 5 ? 12L : 11L)) : null;
            calls.add(new CallRecorded(
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
                    NOON.plusSeconds(dice.nextInt(40)),
                    null));
        }
        log.append(calls);
        return calls;
    }

    private static List<Long> listed(ProjectedLog log, CallFilter filter, Scope scope) {
        List<Long> listed = new ArrayList<>();
        CallPage.Next next = null;
        do {
            CallPage page = log.view(new ListCalls(filter, next, 7, scope, Moment.latest()));
            listed.addAll(page.calls().stream().map(CallView::id).toList());
            next = page.next();
        } while (next != null);
        return listed;
    }

    private static List<Long> byHand(List<CallRecorded> calls, CallFilter filter, Scope scope) {
        return calls.stream()
                .filter(call -> call.accountId() == scope.accountId())
                .filter(call -> matches(scope.projectId(), PROJECT_OF.get(call.virtualNumberId())))
                .filter(call -> matches(filter.projectId(), PROJECT_OF.get(call.virtualNumberId())))
                .filter(call -> matches(filter.virtualNumberId(), call.virtualNumberId()))
                .filter(call -> matches(filter.operatorId(), call.operatorId()))
                .filter(call ->
                        filter.status() == null || filter.status().word().equals(call.callStatus()))
                .filter(call ->
                        filter.direction() == null || filter.direction().word().equals(call.direction()))
                .filter(call -> filter.from() == null || !call.startedAt().isBefore(filter.from()))
                .filter(call -> filter.to() == null || call.startedAt().isBefore(filter.to()))
                .sorted(Comparator.comparing(CallRecorded::startedAt)
                        .thenComparing(CallRecorded::callId)
                        .reversed())
                .map(CallRecorded::callId)
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
