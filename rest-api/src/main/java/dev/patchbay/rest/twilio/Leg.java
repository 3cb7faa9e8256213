package dev.patchbay.rest.twilio;

import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.routing.RouteView.RungOperator;
import dev.patchbay.shared.routing.RouteView.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A call on its way through one virtual number, as was decided.
 *
 * @param call the call, which may have come for another number
 * @param decidedAt the position of the configuration that it was decided from
 */
record Leg(CallId call, long decidedAt, RouteView route) {
    /** Twilio rings at most ten telephones together. */
    private static final int MOST_TOGETHER = 10;

    /** The steps that the carrier can take: of more operators than it rings together, some are rung after the others. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Step step : route.steps()) {
            List<RungOperator> operators = step.operators();
            for (int from = 0; from < operators.size(); from += MOST_TOGETHER) {
                int to = Math.min(from + MOST_TOGETHER, operators.size());
                steps.add(new Step(step.ringSeconds(), operators.subList(from, to)));
            }
        }
        return steps;
    }

    List<OperatorId> operators() {
        return route.steps().stream()
                .flatMap(step -> step.operators().stream())
                .map(operator -> new OperatorId(operator.id()))
                .toList();
    }

    /** Whether the number receives no calls at all. */
    boolean isClosed() {
        return route.excluded().stream()
                .anyMatch(one -> one.kind().equals("virtual_number") && one.id() == route.virtualNumberId());
    }
}
