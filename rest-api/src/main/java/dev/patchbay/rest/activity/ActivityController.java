package dev.patchbay.rest.activity;

import static dev.patchbay.shared.role.AgentPermission.ACTIVITY_LOGS_MANAGE;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.audit.Turns;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityQuery.ListActivities;
import dev.patchbay.shared.activity.ActivityView;
import java.math.BigInteger;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The activity log: who did what to whom. */
@Controller
@RequestMapping("/api/v1/activity-logs")
final class ActivityController {
    private static final String MODEL = "activity_logs.";
    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST_SIZE = 500;

    private final Turns turns;

    ActivityController(Turns turns) {
        this.turns = turns;
    }

    @GetMapping
    @ForAgents(ACTIVITY_LOGS_MANAGE)
    Reply list(Exchange exchange) {
        Page page = new Page(
                positive(exchange, "page", 1, Integer.MAX_VALUE),
                positive(exchange, "page_size", DEFAULT_SIZE, LARGEST_SIZE));
        ActivityFilter filter =
                given(exchange, "filters") ? Filters.parse(parameter(exchange, "filters")) : ActivityFilter.NONE;
        ActivityField order = order(exchange);
        boolean bySight = !filter.equals(ActivityFilter.NONE) || order != ActivityField.CREATED_AT;
        // Who looks at every entry waits for the views before it is his turn.
        Moment moment = bySight ? Moment.exactly(exchange.position()) : exchange.moment();
        ListActivities query =
                new ListActivities(exchange.scope().accountId(), filter, order, isDescending(exchange), page, moment);
        Found<Listing<ActivityView>> found =
                bySight ? turns.take(query.accountId(), () -> exchange.find(query)) : exchange.find(query);
        return exchange.list(Reply.data(200, ActivityPageShape.of(found.view(), page)), found.position());
    }

    private static ActivityField order(Exchange exchange) {
        String order = parameter(exchange, "order_by");
        if (order.isEmpty()) {
            return ActivityField.CREATED_AT;
        }
        return ActivityField.of(order.startsWith(MODEL) ? order.substring(MODEL.length()) : "")
                .orElseThrow(() -> Envelope.invalid("order_by"));
    }

    /** Who does not say what to order by gets the newest first. */
    private static boolean isDescending(Exchange exchange) {
        return switch (parameter(exchange, "order").toLowerCase(Locale.ROOT)) {
            case "desc" -> true;
            case "asc" -> false;
            case "" -> !given(exchange, "order_by");
            default -> throw Envelope.invalid("order");
        };
    }

    private static int positive(Exchange exchange, String name, int otherwise, int most) {
        String text = parameter(exchange, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("0*[1-9][0-9]*")) {
            throw Envelope.invalid(name);
        }
        return new BigInteger(text).min(BigInteger.valueOf(most)).intValueExact();
    }

    private static boolean given(Exchange exchange, String name) {
        return !parameter(exchange, name).isEmpty();
    }

    private static String parameter(Exchange exchange, String name) {
        return exchange.parameter(name).orElse("");
    }
}
