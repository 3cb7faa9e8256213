package dev.patchbay.rest.projection;

import static dev.patchbay.shared.apikey.Permission.ADMIN;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.projection.ProjectionQuery.ListProjections;
import dev.patchbay.shared.projection.ProjectionView;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Projections: how far the views are behind the log. */
@Controller
@RequestMapping("/api/v1/public/projections")
final class ProjectionController {

    @GetMapping
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        Found<List<ProjectionView>> found = exchange.find(new ListProjections(exchange.moment()));
        List<ProjectionShape> shapes = found.view().stream()
                .map(projection -> Replays.shape(projection, exchange, found.position()))
                .toList();
        return exchange.list(Reply.list(shapes, null), found.position());
    }

    @GetMapping("/{name}")
    @Requires(value = ADMIN, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(@PathVariable("name") String name, Exchange exchange) {
        return exchange.read(Replays.shaped(name, exchange, exchange.moment()));
    }
}
