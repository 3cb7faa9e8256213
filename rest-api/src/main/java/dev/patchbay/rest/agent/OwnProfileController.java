package dev.patchbay.rest.agent;

import dev.patchbay.rest.answer.Envelope;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Members;
import dev.patchbay.shared.agent.AgentCommand.ChangeAvailability;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.Availability;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What agents see of themselves, and say. */
@Controller
@RequestMapping("/api/v1/agents/me")
final class OwnProfileController {
    private static final String IDLE = "idle";

    private final Agents agents;

    OwnProfileController(Agents agents) {
        this.agents = agents;
    }

    @GetMapping
    @ForAgents
    Reply get(Exchange exchange) {
        return exchange.read(agents.shown(exchange.agent().agent(), exchange, exchange.moment()));
    }

    @GetMapping("/teams")
    @ForAgents
    Reply teams(Exchange exchange) {
        return exchange.read(agents.shown(exchange.agent().agent(), exchange, exchange.moment())
                .as(AgentShape::teams));
    }

    @PutMapping("/availability")
    @ForAgents
    Reply changeAvailability(Exchange exchange) {
        AgentId id = exchange.agent().agent();
        return exchange.write(
                () -> {
                    Found<AgentShape> found = agents.find(id, exchange, Agents::unknown);
                    Members members = exchange.members();
                    Availability availability = members.text("status")
                            .flatMap(Availability::of)
                            .orElseThrow(() -> Envelope.invalid("status"));
                    boolean automatic =
                            members.text("source").filter(IDLE::equals).isPresent();
                    return Intent.changing(
                            id, found, id.value(), List.of(new ChangeAvailability(id, availability, automatic)));
                },
                accepted -> exchange.show(200, agents.shown(id, exchange, accepted.moment())));
    }
}
