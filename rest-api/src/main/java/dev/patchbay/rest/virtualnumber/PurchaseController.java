package dev.patchbay.rest.virtualnumber;

import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.text.Texts;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AssignVirtualNumberToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RegisterVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.Terms;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.FindVirtualNumberSummary;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Purchases of virtual numbers: there is no carrier behind them, the number is registered for routing. */
@Controller
@RequestMapping("/api/v1/public/virtual_numbers")
final class PurchaseController {
    private static final int LONGEST_COST = 32;

    private final String defaultRegion;

    PurchaseController(ApiSettings settings) {
        this.defaultRegion = settings.defaultRegion();
    }

    @PostMapping({"/purchase", ""})
    @Requires(WRITE)
    Reply purchase(Exchange exchange) {
        return exchange.write(
                () -> intent(exchange),
                accepted -> exchange.show(
                        201, new FindVirtualNumberSummary(accepted.result(), exchange.scope(), accepted.moment())));
    }

    private Intent intent(Exchange exchange) {
        Fields fields = exchange.fields();
        if (fields.isBlank("phone_number")) {
            throw Problem.parameter("phone_number is required");
        }
        // The region comes after the number in the list of fields, and yet decides how it is read.
        String region = fields.glimpse("country_code", PhoneNumber::knownRegion).orElse(defaultRegion);
        Field<PhoneNumber> phoneNumber = fields.requiredText("phone_number", text -> regional(text, region));
        Field<String> countryCode = fields.nullableText("country_code", PhoneNumber::knownRegion);
        if (countryCode.isValue() && phoneNumber.isValue() && !phoneNumber.get().sharesCallingCodeWith(region)) {
            fields.wrong("country_code", "is invalid");
        }
        Field<String> numberType = fields.nullableText("number_type", NumberType::parse);
        Field<DisplayName> name = fields.nullableText("name", DisplayName::parse);
        Field<Long> requirementGroupId = fields.nullableInteger("requirement_group_id", 1, Long.MAX_VALUE);
        Field<String> upfrontCost = fields.nullableText("upfront_cost", text -> Texts.line(text, LONGEST_COST));
        Field<String> monthlyCost = fields.nullableText("monthly_cost", text -> Texts.line(text, LONGEST_COST));
        fields.check();

        VirtualNumberId id = new VirtualNumberId(exchange.allocate(Kind.VIRTUAL_NUMBER));
        List<Command> commands = new ArrayList<>();
        commands.add(new RegisterVirtualNumber(
                id,
                new AccountId(exchange.scope().accountId()),
                phoneNumber.get(),
                countryCode.orElse(phoneNumber.get().region()),
                name.value(),
                new Terms(numberType.value(), requirementGroupId.value(), upfrontCost.value(), monthlyCost.value())));
        Long project = exchange.scope().projectId();
        if (project != null) {
            commands.add(new AssignVirtualNumberToProject(id, new ProjectId(project)));
        }
        return Intent.making(id.value(), commands);
    }

    /** Numbers of the whole world, such as +800, have no region for {@code country_code} to name. */
    private static PhoneNumber regional(String text, String region) throws InvalidText {
        PhoneNumber number = PhoneNumber.parse(text, region);
        PhoneNumber.knownRegion(number.region());
        return number;
    }
}
