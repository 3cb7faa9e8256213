package dev.patchbay.rest.virtualnumber;

import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.operator.NewOperator;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.References;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AttachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DetachOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.AttachedOperator;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who answers a virtual number, and in which order. */
@Controller
@RequestMapping("/api/v1/public/virtual_numbers/{id}")
final class RingOrderController {
    private static final DisplayName DEFAULT_NAME = new DisplayName("Operator");

    @PostMapping({"/add_operator", "/operators"})
    @Requires(WRITE)
    Reply add(VirtualNumberId id, Exchange exchange) {
        return change(id, exchange, number -> {
            Fields fields = exchange.fields();
            OptionalLong operator = References.optional(fields, "operator_id");
            return operator.isPresent()
                    ? attachment(id, operator.getAsLong(), exchange)
                    : creation(id, number.view(), fields, exchange);
        });
    }

    @DeleteMapping("/remove_operator")
    @Requires(WRITE)
    Reply remove(VirtualNumberId id, Exchange exchange) {
        return change(id, exchange, number -> detachment(id, number.view(), namedOperator(exchange)));
    }

    @DeleteMapping("/operators/{operatorId}")
    @Requires(WRITE)
    Reply remove(VirtualNumberId id, OperatorId operatorId, Exchange exchange) {
        return change(id, exchange, number -> detachment(id, number.view(), operatorId.value()));
    }

    @PutMapping("/operators")
    @Requires(WRITE)
    Reply reorder(VirtualNumberId id, Exchange exchange) {
        return change(id, exchange, number -> {
            List<Long> operators = References.list(exchange.fields(), "operator_ids");
            Set<Long> attached = attached(number.view());
            operators.stream()
                    .filter(operator -> !attached.contains(operator))
                    .forEach(operator -> requireVisible(operator, exchange));
            return List.of(new ReorderOperators(
                    id, operators.stream().map(OperatorId::new).toList()));
        });
    }

    /** What is to happen to a number that was found. */
    @FunctionalInterface
    private interface Change {
        List<? extends Command> of(Found<VirtualNumberDetail> number);
    }

    private static Reply change(VirtualNumberId id, Exchange exchange, Change change) {
        return exchange.write(
                () -> {
                    Found<VirtualNumberDetail> number = exchange.find(find(id, exchange, exchange.moment()));
                    return Intent.changing(id, number, id.value(), change.of(number));
                },
                accepted -> exchange.show(200, find(id, exchange, accepted.moment())));
    }

    private static List<Command> attachment(VirtualNumberId id, long operator, Exchange exchange) {
        requireVisible(operator, exchange);
        return List.of(new AttachOperator(id, new OperatorId(operator)));
    }

    private static List<Command> creation(
            VirtualNumberId id, VirtualNumberDetail number, Fields fields, Exchange exchange) {
        if (fields.isBlank("phone_number")) {
            throw Problem.parameter("operator_id or phone_number is required");
        }
        Field<DisplayName> name = fields.nullableText("name", DisplayName::parse);
        Field<PhoneNumber> phoneNumber =
                fields.requiredText("phone_number", text -> PhoneNumber.parse(text, number.countryCode()));
        fields.check();
        NewOperator operator = NewOperator.of(exchange, name.orElse(DEFAULT_NAME), phoneNumber.get(), null, true);
        List<Command> commands = new ArrayList<>(operator.commands());
        commands.add(new AttachOperator(id, operator.id()));
        return commands;
    }

    private static List<Command> detachment(VirtualNumberId id, VirtualNumberDetail number, long operator) {
        if (!attached(number).contains(operator)) {
            throw Problem.notFound();
        }
        return List.of(new DetachOperator(id, new OperatorId(operator)));
    }

    private static long namedOperator(Exchange exchange) {
        return exchange.parameter("operator_id")
                .map(text -> References.integer("operator_id", text))
                .orElseGet(() -> References.required(exchange.fieldsIfAny(), "operator_id"));
    }

    private static void requireVisible(long operator, Exchange exchange) {
        exchange.find(new FindOperator(operator, exchange.scope(), exchange.moment()));
    }

    private static Set<Long> attached(VirtualNumberDetail number) {
        return number.operators().stream().map(AttachedOperator::id).collect(Collectors.toUnmodifiableSet());
    }

    private static FindVirtualNumber find(VirtualNumberId id, Exchange exchange, Moment moment) {
        return new FindVirtualNumber(id.value(), exchange.scope(), moment);
    }
}
