package dev.patchbay.shared.assistant;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.text.DisplayName;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of an assistant. Asking for what is already so is harmless. */
public sealed interface AssistantCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    AssistantId id();

    record CreateAssistant(
            AssistantId id,
            AccountId account,
            UUID uuid,
            DisplayName name,
            @Nullable String description) implements AssistantCommand {}

    record RenameAssistant(AssistantId id, DisplayName name) implements AssistantCommand {}

    /** Null takes the description away. */
    record ChangeAssistantDescription(
            AssistantId id, @Nullable String description) implements AssistantCommand {}

    /** Removes the assistant; identities go on without it. */
    record DeleteAssistant(AssistantId id) implements AssistantCommand {}
}
