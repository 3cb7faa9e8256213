package dev.patchbay.query.call;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.RunningTotals;
import dev.patchbay.query.Views;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Keeps what the calls of every number, and of every operator on it, come to: in all and by the quarters of every hour. */
final class Tallies {

    static final int QUARTERS = 4;

    private static final List<String> SUMS = List.of("calls", "answered", "seconds");
    private static final List<String> SUMS_OF_QUARTERS = IntStream.range(0, QUARTERS)
            .boxed()
            .flatMap(quarter -> SUMS.stream().map(sum -> ofQuarter(sum, quarter)))
            .toList();

    private final RunningTotals ofNumbers;
    private final RunningTotals ofNumbersByHour;
    private final RunningTotals ofOperators;
    private final RunningTotals ofOperatorsByHour;

    Tallies(Views views) {
        ofNumbers = views.runningTotals("call_total_of_number", List.of("virtual_number_id"), SUMS);
        ofNumbersByHour =
                views.runningTotals("call_tally_of_number", List.of("virtual_number_id", "hour"), SUMS_OF_QUARTERS);
        ofOperators = views.runningTotals("call_total_of_operator", List.of("operator_id", "virtual_number_id"), SUMS);
        ofOperatorsByHour = views.runningTotals(
                "call_tally_of_operator", List.of("operator_id", "virtual_number_id", "hour"), SUMS_OF_QUARTERS);
    }

    /** The column that holds a sum of one quarter of an hour, from 0. */
    static String ofQuarter(String sum, int quarter) {
        return sum + "_q" + quarter;
    }

    /** Counts a call as it is now, and no longer as it was before, if it was known. */
    void count(Recorded recorded, Optional<Counted> before, Counted after) {
        Map<Place, long[]> changes = new LinkedHashMap<>();
        before.ifPresent(call -> enter(changes, call, -1));
        enter(changes, after, 1);
        changes.forEach((place, amounts) -> {
            if (LongStream.of(amounts).anyMatch(amount -> amount != 0)) {
                place.totals.add(
                        recorded, place.key, LongStream.of(amounts).boxed().toList());
            }
        });
    }

    private void enter(Map<Place, long[]> changes, Counted call, int sign) {
        if (!call.counts()) {
            return;
        }
        long[] sums = {sign, call.answered() ? sign : 0, sign * call.seconds()};
        long[] byQuarter = new long[QUARTERS * sums.length];
        System.arraycopy(sums, 0, byQuarter, call.quarterOfHour() * sums.length, sums.length);
        add(changes, new Place(ofNumbers, List.of(call.number())), sums);
        add(changes, new Place(ofNumbersByHour, List.of(call.number(), call.hour())), byQuarter);
        Long operator = call.operator();
        if (operator != null) {
            add(changes, new Place(ofOperators, List.of(operator, call.number())), sums);
            add(changes, new Place(ofOperatorsByHour, List.of(operator, call.number(), call.hour())), byQuarter);
        }
    }

    private static void add(Map<Place, long[]> changes, Place place, long[] amounts) {
        changes.merge(place, amounts, (one, other) -> {
            long[] both = one.clone();
            Arrays.setAll(both, each -> one[each] + other[each]);
            return both;
        });
    }

    private record Place(RunningTotals totals, List<Long> key) {}
}
