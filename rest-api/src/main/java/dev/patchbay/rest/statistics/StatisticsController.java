package dev.patchbay.rest.statistics;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.call.CallQuery;
import dev.patchbay.shared.call.CallQuery.FindCalledNumber;
import dev.patchbay.shared.call.CallQuery.FindCalledOperator;
import dev.patchbay.shared.call.CallQuery.FindCalledProject;
import dev.patchbay.shared.call.CallStatisticsQuery;
import dev.patchbay.shared.call.CallStatisticsQuery.FindOperatorStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindProjectStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.Period;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the calls of a number, an operator or a project come to. */
@Controller
@RequestMapping("/api/v1/public")
final class StatisticsController {

    @GetMapping("/virtual_numbers/{id}/stats")
    @Requires(READ)
    Reply ofNumber(VirtualNumberId id, Exchange exchange) {
        return statistics(
                exchange,
                new FindCalledNumber(id.value(), exchange.scope(), exchange.moment()),
                period -> new FindVirtualNumberStatistics(id.value(), period, exchange.scope(), exchange.moment()));
    }

    @GetMapping("/operators/{id}/stats")
    @Requires(READ)
    Reply ofOperator(OperatorId id, Exchange exchange) {
        return statistics(
                exchange,
                new FindCalledOperator(id.value(), exchange.scope(), exchange.moment()),
                period -> new FindOperatorStatistics(id.value(), period, exchange.scope(), exchange.moment()));
    }

    @GetMapping("/projects/{id}/stats")
    @Requires(READ)
    Reply ofProject(ProjectId id, Exchange exchange) {
        return statistics(
                exchange,
                new FindCalledProject(id.value(), exchange.scope(), exchange.moment()),
                period -> new FindProjectStatistics(id.value(), period, exchange.scope(), exchange.moment()));
    }

    /** What is not there is not found, whatever the parameters say. */
    private static Reply statistics(
            Exchange exchange, CallQuery<?> whose, Function<Period, CallStatisticsQuery> statistics) {
        Found<?> unused = exchange.find(whose);
        return exchange.read(statistics.apply(PeriodParameters.of(exchange)));
    }
}
