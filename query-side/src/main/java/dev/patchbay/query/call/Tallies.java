package dev.patchbay.query.call;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.RunningTotals;
import dev.patchbay.query.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what the calls of every number and every operator come to, in all and by quarters of an hour. */
final class Tallies {

    private static final List<String> SUMS = List.of("calls", "answered", "seconds");

    private final RunningTotals ofNumbers;
    private final RunningTotals ofNumbersByQuarter;
    private final RunningTotals ofOperators;
    private final RunningTotals ofOperatorsByQuarter;

    Tallies(Views views) {
        ofNumbers = views.runningTotals("call_total_of_number", List.of("virtual_number_id"), SUMS);
        ofNumbersByQuarter = views.runningTotals("call_tally_of_number", List.of("virtual_number_id", "quarter"), SUMS);
        ofOperators = views.runningTotals("call_total_of_operator", List.of("operator_id"), SUMS);
        ofOperatorsByQuarter = views.runningTotals("call_tally_of_operator", List.of("operator_id", "quarter"), SUMS);
    }

    /** Counts a call as it is now, and no longer as it was before, if it was known. */
    void count(Recorded recorded, Optional<Counted> before, Counted after) {
        Map<Place, Sums> changes = new LinkedHashMap<>();
        before.ifPresent(call -> enter(changes, call, -1));
        enter(changes, after, 1);
        changes.forEach((place, sums) -> {
            if (!sums.equals(Sums.NONE)) {
                place.totals.add(recorded, place.key, List.of(sums.calls(), sums.answered(), sums.seconds()));
            }
        });
    }

    private void enter(Map<Place, Sums> changes, Counted call, int sign) {
        if (!call.counts()) {
            return;
        }
        Sums sums = new Sums(sign, call.answered() ? sign : 0, sign * call.seconds());
        changes.merge(new Place(ofNumbers, List.of(call.number())), sums, Sums::plus);
        changes.merge(new Place(ofNumbersByQuarter, List.of(call.number(), call.quarter())), sums, Sums::plus);
        Long operator = call.operator();
        if (operator != null) {
            changes.merge(new Place(ofOperators, List.of(operator)), sums, Sums::plus);
            changes.merge(new Place(ofOperatorsByQuarter, List.of(operator, call.quarter())), sums, Sums::plus);
        }
    }

    private record Place(RunningTotals totals, List<Long> key) {}
}
