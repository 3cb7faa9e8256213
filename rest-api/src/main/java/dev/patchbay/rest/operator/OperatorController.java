package dev.patchbay.rest.operator;

import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.operator.OperatorCommand;
import dev.patchbay.shared.operator.OperatorCommand.ActivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorEmail;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorPhoneNumber;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.operator.OperatorQuery.ListOperators;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Operators: the people who answer. */
@Controller
@RequestMapping("/api/v1/public/operators")
final class OperatorController {
    private final String defaultRegion;

    OperatorController(ApiSettings settings) {
        this.defaultRegion = settings.defaultRegion();
    }

    @GetMapping
    @Requires(READ)
    Reply list(Exchange exchange) {
        return exchange.list(new ListOperators(exchange.scope(), exchange.page(), exchange.moment()));
    }

    @GetMapping("/{id}")
    @Requires(READ)
    Reply get(OperatorId id, Exchange exchange) {
        return exchange.read(
                Kind.OPERATOR,
                Which.numbered(id.value()),
                exchange.find(find(id.value(), exchange, exchange.moment())));
    }

    @PostMapping
    @Requires(WRITE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    Fields fields = exchange.fields();
                    Field<DisplayName> name = fields.requiredText("name", DisplayName::parse);
                    Field<PhoneNumber> phoneNumber = fields.requiredText("phone_number", this::phoneNumber);
                    Field<EmailAddress> email = fields.nullableText("email", EmailAddress::parse);
                    Field<Boolean> active = fields.flag("active");
                    fields.check();
                    NewOperator operator =
                            NewOperator.of(exchange, name.get(), phoneNumber.get(), email.value(), active.orElse(true));
                    return Intent.making(operator.id().value(), operator.commands());
                },
                accepted -> exchange.show(201, find(accepted.result(), exchange, accepted.moment())));
    }

    @PatchMapping("/{id}")
    @Requires(WRITE)
    Reply update(OperatorId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id.value(), exchange, exchange.moment())),
                        id.value(),
                        changes(id, exchange.fields())),
                accepted -> exchange.show(200, find(id.value(), exchange, accepted.moment())));
    }

    @DeleteMapping("/{id}")
    @Requires(WRITE)
    Reply delete(OperatorId id, Exchange exchange) {
        return exchange.write(
                () -> Intent.changing(
                        id,
                        exchange.find(find(id.value(), exchange, exchange.moment())),
                        id.value(),
                        List.of(new DeleteOperator(id))),
                accepted -> exchange.afterwards(find(id.value(), exchange, accepted.moment()), Reply.success()));
    }

    private List<OperatorCommand> changes(OperatorId id, Fields fields) {
        List<OperatorCommand> changes = new ArrayList<>();
        fields.text("name", DisplayName::parse).ifValue(name -> changes.add(new RenameOperator(id, name)));
        fields.text("phone_number", this::phoneNumber)
                .ifValue(number -> changes.add(new ChangeOperatorPhoneNumber(id, number)));
        fields.nullableText("email", EmailAddress::parse)
                .ifGiven(email -> changes.add(new ChangeOperatorEmail(id, email)));
        fields.flag("active")
                .ifValue(active -> changes.add(active ? new ActivateOperator(id) : new DeactivateOperator(id)));
        fields.check();
        return changes;
    }

    private PhoneNumber phoneNumber(String text) throws InvalidText {
        return PhoneNumber.parse(text, defaultRegion);
    }

    private static FindOperator find(long id, Exchange exchange, Moment moment) {
        return new FindOperator(id, exchange.scope(), moment);
    }
}
