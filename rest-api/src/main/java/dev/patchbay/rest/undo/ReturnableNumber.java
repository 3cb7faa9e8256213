package dev.patchbay.rest.undo;

import static dev.patchbay.rest.undo.Values.entries;
import static dev.patchbay.rest.undo.Values.flag;
import static dev.patchbay.rest.undo.Values.member;
import static dev.patchbay.rest.undo.Values.number;
import static dev.patchbay.rest.undo.Values.text;
import static dev.patchbay.rest.undo.Values.whole;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.PhoneNumber;
import dev.patchbay.shared.virtualnumber.Fallback;
import dev.patchbay.shared.virtualnumber.RoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ActivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AssignVirtualNumberToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeFallback;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingSeconds;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRingTimeout;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ChangeRoutingStrategy;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DeactivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RenameVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReorderOperators;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RestoreVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StartRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StopRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.WithdrawVirtualNumberFromProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record ReturnableNumber(VirtualNumberId id) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of(
                "name",
                "active",
                "recording",
                "routing_strategy",
                "ring_timeout_seconds",
                "fallback",
                "project_id",
                "operators");
    }

    @Override
    public List<Command> set(FieldChange change) {
        Object value = change.after();
        return switch (change.field()) {
            case "name" -> List.of(new RenameVirtualNumber(id, value == null ? null : new DisplayName(text(value))));
            case "active" -> List.of(flag(value) ? new ActivateVirtualNumber(id) : new DeactivateVirtualNumber(id));
            case "recording" -> List.of(flag(value) ? new StartRecording(id) : new StopRecording(id));
            case "routing_strategy" ->
                List.of(new ChangeRoutingStrategy(
                        id, RoutingStrategy.of(text(value)).orElseThrow()));
            case "ring_timeout_seconds" -> List.of(new ChangeRingTimeout(id, Math.toIntExact(number(value))));
            case "fallback" -> List.of(new ChangeFallback(id, fallback(value)));
            case "project_id" ->
                List.of(
                        value == null
                                ? new WithdrawVirtualNumberFromProject(id, new ProjectId(number(change.before())))
                                : new AssignVirtualNumberToProject(id, new ProjectId(number(value))));
            case "operators" -> ringOrder(entries(value), entries(change.before()));
            default -> throw new IllegalArgumentException(change.field());
        };
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.of(new RestoreVirtualNumber(id));
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(new ReleaseVirtualNumber(id));
    }

    private List<Command> ringOrder(List<Object> operators, List<Object> now) {
        List<Command> commands = new ArrayList<>();
        commands.add(new ReorderOperators(
                id, operators.stream().map(ReturnableNumber::operator).toList()));
        for (Object entry :
                operators.stream().filter(each -> !now.contains(each)).toList()) {
            commands.add(new ChangeRingSeconds(id, operator(entry), whole(member(entry, "ring_seconds"))));
        }
        return commands;
    }

    private static OperatorId operator(Object entry) {
        return new OperatorId(number(member(entry, "id")));
    }

    private static Fallback fallback(@Nullable Object value) {
        return switch (text(member(value, "type"))) {
            case "voicemail" -> new Fallback.Voicemail();
            case "forward" -> new Fallback.Forward(new PhoneNumber(text(member(value, "phone_number"))));
            case "virtual_number" -> new Fallback.ToVirtualNumber(new VirtualNumberId(number(member(value, "id"))));
            default -> new Fallback.HangUp();
        };
    }
}
