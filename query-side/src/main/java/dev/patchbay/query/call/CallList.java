package dev.patchbay.query.call;

import dev.patchbay.shared.Scope;
import dev.patchbay.shared.call.CallDirection;
import dev.patchbay.shared.call.CallFilter;
import dev.patchbay.shared.call.CallQuery.ListCalls;
import dev.patchbay.shared.call.CallStatus;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statement that lists calls: the last of each number that may have some, by status and direction where one is asked for,
 * or of the operator, so that a filter that few calls pass is as fast as one that many do.
 */
record CallList(CallFilter filter, Scope scope) {

    private static final String OF_ACCOUNT = """
            select c.* from call c where %s and c.account_id = :account
            order by c.started_at desc, c.id desc limit :limit
            """;

    private static final String OF_EACH = """
            select found.* from (
                %s) as whose
            %scross join call as found
            where (found.id, found.valid_to) in (
                select c.id, c.valid_to from call c where %s
                order by c.started_at desc, c.id desc limit :limit)
            order by found.started_at desc, found.id desc limit :limit
            """;

    private static final String STATUSES =
            "cross join (" + words(CallStatus.values(), CallStatus::word) + ") as status\n";
    private static final String DIRECTIONS =
            "cross join (" + words(CallDirection.values(), CallDirection::word) + ") as direction\n";

    /** What the query is about: a project asked for narrows the scope. */
    static CallList of(ListCalls query) {
        CallFilter filter = query.filter();
        Long project = filter.projectId() == null ? query.scope().projectId() : filter.projectId();
        return new CallList(filter, new Scope(query.scope().accountId(), project));
    }

    /** False when another project is asked for than the one that is seen. */
    boolean isWithin(Scope seen) {
        return seen.projectId() == null || Objects.equals(seen.projectId(), scope.projectId());
    }

    String statement() {
        if (filter.operatorId() != null) {
            return ofOperator();
        }
        boolean whole = filter.virtualNumberId() == null && scope.projectId() == null;
        return whole && !asksForKind() ? OF_ACCOUNT.formatted(EverVisible.call(scope) + period()) : ofNumbers();
    }

    private String ofOperator() {
        String conditions = "c.operator_id = whose.id and " + EverVisible.call(scope) + period()
                + (filter.virtualNumberId() == null ? "" : " and +c.virtual_number_id = :number")
                + (filter.status() == null ? "" : " and c.call_status = :status")
                + (filter.direction() == null ? "" : " and c.direction = :direction");
        return OF_EACH.formatted(EverVisible.OPERATOR_OF_ACCOUNT, "", conditions);
    }

    private String ofNumbers() {
        String numbers = filter.virtualNumberId() == null
                ? EverVisible.numbers(scope)
                : EverVisible.number("id", scope).replace(":id", ":number");
        String conditions =
                "c.virtual_number_id = whose.id and " + EverVisible.call(new Scope(scope.accountId(), null)) + period();
        if (!asksForKind()) {
            return OF_EACH.formatted(numbers, "", conditions);
        }
        String kinds = (filter.status() == null ? STATUSES : "") + (filter.direction() == null ? DIRECTIONS : "");
        return OF_EACH.formatted(
                numbers,
                kinds,
                conditions
                        + (filter.status() == null
                                ? " and c.call_status = status.word"
                                : " and c.call_status = :status")
                        + (filter.direction() == null
                                ? " and c.direction = direction.word"
                                : " and c.direction = :direction"));
    }

    private boolean asksForKind() {
        return filter.status() != null || filter.direction() != null;
    }

    private String period() {
        String end = " and (c.started_at, c.id) < (min(:startedAt, " + Horizon.KNOWN + " + 1), :callId)";
        return filter.from() == null ? end : end + " and c.started_at >= :from";
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Arrays.stream(values)
                .map(value -> "select '" + word.apply(value) + "' as word")
                .collect(Collectors.joining(" union all "));
    }
}
