package dev.patchbay.rest.virtualnumber;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ActivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DeactivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RenameVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StartRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StopRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListVirtualNumbers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Virtual numbers: what is called. */
@Controller
@RequestMapping("/api/v1/public/virtual_numbers")
final class VirtualNumberController {

    @GetMapping
    @Requires(READ)
    Reply list(Exchange exchange) {
        return exchange.list(new ListVirtualNumbers(exchange.scope(), exchange.page(), exchange.moment()));
    }

    @GetMapping("/{id}")
    @Requires(READ)
    Reply get(VirtualNumberId id, Exchange exchange) {
        return exchange.read(find(id, exchange, exchange.moment()));
    }

    @PatchMapping("/{id}")
    @Requires(WRITE)
    Reply update(VirtualNumberId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id, exchange, exchange.moment())),
                        id.value(),
                        changes(id, exchange.fields())),
                accepted -> exchange.show(200, find(id, exchange, accepted.moment())));
    }

    @DeleteMapping("/{id}")
    @Requires(DELETE)
    Reply release(VirtualNumberId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id, exchange, exchange.moment())),
                        id.value(),
                        List.of(new ReleaseVirtualNumber(id))),
                accepted -> exchange.afterwards(find(id, exchange, accepted.moment()), Reply.success()));
    }

    private static List<VirtualNumberCommand> changes(VirtualNumberId id, Fields fields) {
        List<VirtualNumberCommand> changes = new ArrayList<>();
        fields.nullableText("name", DisplayName::parse).ifGiven(name -> changes.add(new RenameVirtualNumber(id, name)));
        fields.flag("active")
                .ifValue(active ->
                        changes.add(active ? new ActivateVirtualNumber(id) : new DeactivateVirtualNumber(id)));
        fields.flag("recording")
                .ifValue(recording -> changes.add(recording ? new StartRecording(id) : new StopRecording(id)));
        fields.text("routing_strategy", VirtualNumberController::routingStrategy)
                .ifValue(strategy -> changes.add(new ChangeRoutingStrategy(id, strategy)));
        fields.check();
        return changes;
    }

    private static RoutingStrategy routingStrategy(String word) throws InvalidText {
        return RoutingStrategy.of(word).orElseThrow(() -> new InvalidText("is not included in the list"));
    }

    private static FindVirtualNumber find(VirtualNumberId id, Exchange exchange, Moment moment) {
        return new FindVirtualNumber(id.value(), exchange.scope(), moment);
    }
}
