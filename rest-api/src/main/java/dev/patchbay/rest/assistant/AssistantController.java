package dev.patchbay.rest.assistant;

import static dev.patchbay.shared.apikey.Permission.DELETE;
import static dev.patchbay.shared.apikey.Permission.READ;
import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Flat;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Accepted;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Slices;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.assistant.AssistantCommand;
import dev.patchbay.shared.assistant.AssistantCommand.ChangeAssistantDescription;
import dev.patchbay.shared.assistant.AssistantCommand.CreateAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.DeleteAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.RenameAssistant;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.assistant.AssistantQuery.FindAssistant;
import dev.patchbay.shared.assistant.AssistantQuery.ListAssistants;
import dev.patchbay.shared.assistant.AssistantView;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Assistants: who answers for identities when no person does. */
@Controller
@RequestMapping("/v1/assistants")
final class AssistantController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;

    @GetMapping
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply list(Exchange exchange) {
        Slice slice = Slices.of(exchange::parameter);
        Found<Listing<AssistantView>> found =
                exchange.find(new ListAssistants(exchange.scope().accountId(), slice, exchange.moment()));
        List<AssistantShape> entries =
                found.view().entries().stream().map(AssistantShape::of).toList();
        return exchange.list(Flat.part(entries, found.view().total(), slice), found.position());
    }

    @GetMapping("/{id}")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply get(UUID id, Exchange exchange) {
        return exchange.read(
                Kind.ASSISTANT,
                Which.known(id),
                find(Which.known(id), exchange, exchange.moment()).as(AssistantShape::of));
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply create(Exchange exchange) {
        return exchange.write(
                () -> {
                    Fields fields = exchange.fields();
                    Field<DisplayName> name = fields.requiredText("name", AssistantController::name);
                    Field<String> description = fields.nullableText("description", AssistantController::description);
                    fields.check(Flat::invalid);
                    AssistantId id = new AssistantId(exchange.allocate(Kind.ASSISTANT));
                    AccountId account = new AccountId(exchange.scope().accountId());
                    return Intent.making(
                            id.value(),
                            List.of(new CreateAssistant(
                                    id, account, UUID.randomUUID(), name.get(), description.value())));
                },
                accepted -> show(201, accepted, exchange));
    }

    @PatchMapping("/{id}")
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply update(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<AssistantView> found = find(Which.known(id), exchange, exchange.moment());
                    AssistantId number = new AssistantId(found.view().number());
                    return Intent.changing(
                            number, found.as(AssistantShape::of), number.value(), changes(number, exchange.fields()));
                },
                accepted -> show(200, accepted, exchange));
    }

    @DeleteMapping("/{id}")
    @Requires(value = DELETE, accountWide = Requires.ACCOUNT_WIDE)
    Reply delete(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    Found<AssistantView> found = find(Which.known(id), exchange, exchange.moment());
                    AssistantId number = new AssistantId(found.view().number());
                    return Intent.changing(
                            number, found.as(AssistantShape::of), number.value(), List.of(new DeleteAssistant(number)));
                },
                accepted -> exchange.afterwards(query(Which.known(id), exchange, accepted.moment()), Reply.empty(204)));
    }

    private static List<AssistantCommand> changes(AssistantId id, Fields fields) {
        List<AssistantCommand> changes = new ArrayList<>();
        fields.text("name", AssistantController::name).ifValue(name -> changes.add(new RenameAssistant(id, name)));
        fields.nullableText("description", AssistantController::description)
                .ifGiven(description -> changes.add(new ChangeAssistantDescription(id, description)));
        fields.check(Flat::invalid);
        return changes;
    }

    private static DisplayName name(String text) throws InvalidText {
        return new DisplayName(Texts.line(text, LONGEST_NAME));
    }

    private static String description(String text) throws InvalidText {
        return Texts.prose(text, LONGEST_DESCRIPTION);
    }

    private static Reply show(int status, Accepted accepted, Exchange exchange) {
        Found<AssistantView> found = find(Which.numbered(accepted.result()), exchange, accepted.moment());
        return exchange.show(status, found.as(AssistantShape::of));
    }

    private static Found<AssistantView> find(Which which, Exchange exchange, Moment moment) {
        return exchange.find(query(which, exchange, moment));
    }

    private static FindAssistant query(Which which, Exchange exchange, Moment moment) {
        return new FindAssistant(which, exchange.scope().accountId(), moment);
    }
}
