package dev.patchbay.rest.undo;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.assistant.AssistantCommand.ChangeAssistantDescription;
import dev.patchbay.shared.assistant.AssistantCommand.DeleteAssistant;
import dev.patchbay.shared.assistant.AssistantCommand.RenameAssistant;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.text.DisplayName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record ReturnableAssistant(AssistantId id) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of("name", "description");
    }

    @Override
    public List<Command> set(FieldChange change) {
        return switch (change.field()) {
            case "name" -> List.of(new RenameAssistant(id, new DisplayName(Values.text(change.after()))));
            case "description" -> List.of(new ChangeAssistantDescription(id, (String) change.after()));
            default -> throw new IllegalArgumentException(change.field());
        };
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.empty();
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(new DeleteAssistant(id));
    }
}
