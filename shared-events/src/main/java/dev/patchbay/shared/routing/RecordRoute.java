package dev.patchbay.shared.routing;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.call.CallId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records where a call goes; refused as concurrent when the turn is taken.
 *
 * @param decidedAt the position of the configuration that it was decided from
 * @param operators in the order in which they are rung
 * @param fallback the type of the fallback
 */
public record RecordRoute(
        @TargetAggregateIdentifier RouteId id,
        CallId call,
        long decidedAt,
        RoutingStrategy strategy,
        List<OperatorId> operators,
        String fallback)
        implements Command {

    public RecordRoute {
        operators = List.copyOf(operators);
    }
}
