package dev.patchbay.rest.undo;

import static dev.patchbay.rest.undo.Values.flag;
import static dev.patchbay.rest.undo.Values.missing;
import static dev.patchbay.rest.undo.Values.text;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.operator.OperatorCommand.ActivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorEmail;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorPhoneNumber;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorCommand.RestoreOperator;
import dev.patchbay.shared.operator.OperatorCommand.UnlinkOperatorFromProject;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

record ReturnableOperator(OperatorId id) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of("name", "phone_number", "email", "active", "project_ids");
    }

    @Override
    public List<Command> set(FieldChange change) {
        Object value = change.after();
        return switch (change.field()) {
            case "name" -> List.of(new RenameOperator(id, new DisplayName(text(value))));
            case "phone_number" -> List.of(new ChangeOperatorPhoneNumber(id, new PhoneNumber(text(value))));
            case "email" -> List.of(new ChangeOperatorEmail(id, value == null ? null : new EmailAddress(text(value))));
            case "active" -> List.of(flag(value) ? new ActivateOperator(id) : new DeactivateOperator(id));
            case "project_ids" ->
                Stream.<Command>concat(
                                missing(change.before(), value).stream()
                                        .map(project -> new LinkOperatorToProject(id, new ProjectId(project))),
                                missing(value, change.before()).stream()
                                        .map(project -> new UnlinkOperatorFromProject(id, new ProjectId(project))))
                        .toList();
            default -> throw new IllegalArgumentException(change.field());
        };
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.of(new RestoreOperator(id));
    }

    @Override
    public Set<String> loses() {
        return Set.of("project_ids");
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(new DeleteOperator(id));
    }
}
