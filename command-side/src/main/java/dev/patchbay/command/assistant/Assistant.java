package dev.patchbay.command.assistant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.shared.assistant.AssistantCommand.ChangeAssistantDescription;
import dev.patchbay.shared.assistant.AssistantCommand.CreateAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.DeleteAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.RenameAssistant;
import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantDescriptionChanged;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.assistant.AssistantRenamed;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Who answers for identities, when it is not a person. */
@Aggregate
class Assistant {

    @AggregateIdentifier
    private AssistantId id;

    private long account;
    private String name;
    private @Nullable String description;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateAssistant command) {
        apply(new AssistantCreated(
                command.id().value(),
                command.account().value(),
                command.uuid().toString(),
                command.name().value(),
                command.description()));
    }

    @CommandHandler
    void decide(RenameAssistant command) {
        if (!command.name().value().equals(name)) {
            apply(new AssistantRenamed(id.value(), command.name().value()));
        }
    }

    @CommandHandler
    void decide(ChangeAssistantDescription command) {
        if (!Objects.equals(command.description(), description)) {
            apply(new AssistantDescriptionChanged(id.value(), command.description()));
        }
    }

    @CommandHandler
    void decide(DeleteAssistant command) {
        apply(new AssistantDeleted(id.value()));
    }

    boolean belongsTo(long otherAccount) {
        return account == otherAccount;
    }

    @EventSourcingHandler
    void evolve(AssistantCreated event) {
        id = new AssistantId(event.assistantId());
        account = event.accountId();
        name = event.name();
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(AssistantRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(AssistantDescriptionChanged event) {
        description = event.description();
    }

    @EventSourcingHandler
    void evolve(AssistantDeleted event) {
        markDeleted();
    }

    Assistant() {}
}
