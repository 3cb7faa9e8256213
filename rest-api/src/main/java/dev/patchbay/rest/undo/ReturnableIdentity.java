package dev.patchbay.rest.undo;

import static dev.patchbay.rest.undo.Values.flag;
import static dev.patchbay.rest.undo.Values.number;
import static dev.patchbay.rest.undo.Values.text;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.audit.FieldChange;
import dev.patchbay.shared.audit.JsonText;
import dev.patchbay.shared.identity.IdentityCommand;
import dev.patchbay.shared.identity.IdentityCommand.AllowColdSending;
import dev.patchbay.shared.identity.IdentityCommand.ChangeApprovalChannel;
import dev.patchbay.shared.identity.IdentityCommand.ChangeHtmlSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeIdentityAssistant;
import dev.patchbay.shared.identity.IdentityCommand.ChangeReplyAddress;
import dev.patchbay.shared.identity.IdentityCommand.ChangeTextSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeThreadHistoryDepth;
import dev.patchbay.shared.identity.IdentityCommand.DeleteIdentity;
import dev.patchbay.shared.identity.IdentityCommand.DisableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.EnableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.ForbidColdSending;
import dev.patchbay.shared.identity.IdentityCommand.RenameIdentity;
import dev.patchbay.shared.identity.IdentityCommand.ResumeIdentity;
import dev.patchbay.shared.identity.IdentityCommand.SuspendIdentity;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityStatus;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** @param assistants finds an assistant that is there by what clients know it by */
record ReturnableIdentity(IdentityId id, Function<UUID, AssistantId> assistants) implements Returnable {

    @Override
    public Set<String> fields() {
        return Set.of(
                "display_name",
                "assistant_id",
                "reply_to_email",
                "signature_text",
                "signature_html",
                "thread_history_depth",
                "status",
                "approval_channel",
                "can_send_cold",
                "auto_approve_replies");
    }

    @Override
    public List<Command> set(FieldChange change) {
        return List.of(command(change.field(), change.after()));
    }

    private IdentityCommand command(String field, @Nullable Object value) {
        return switch (field) {
            case "display_name" -> new RenameIdentity(id, new DisplayName(text(value)));
            case "assistant_id" ->
                new ChangeIdentityAssistant(id, value == null ? null : assistants.apply(UUID.fromString(text(value))));
            case "reply_to_email" -> new ChangeReplyAddress(id, value == null ? null : new EmailAddress(text(value)));
            case "signature_text" -> new ChangeTextSignature(id, (String) value);
            case "signature_html" -> new ChangeHtmlSignature(id, (String) value);
            case "thread_history_depth" -> new ChangeThreadHistoryDepth(id, Math.toIntExact(number(value)));
            case "status" ->
                IdentityStatus.SUSPENDED.word().equals(value) ? new SuspendIdentity(id) : new ResumeIdentity(id);
            case "approval_channel" ->
                new ChangeApprovalChannel(id, value instanceof JsonText json ? json.text() : "{}");
            case "can_send_cold" -> flag(value) ? new AllowColdSending(id) : new ForbidColdSending(id);
            case "auto_approve_replies" -> flag(value) ? new EnableAutoApproval(id) : new DisableAutoApproval(id);
            default -> throw new IllegalArgumentException(field);
        };
    }

    @Override
    public Optional<Command> bringBack() {
        return Optional.empty();
    }

    @Override
    public Optional<Command> takeAway() {
        return Optional.of(new DeleteIdentity(id));
    }
}
