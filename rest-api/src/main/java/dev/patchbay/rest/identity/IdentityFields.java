package dev.patchbay.rest.identity;

import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Uuids;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.identity.IdentityCommand;
import dev.patchbay.shared.identity.IdentityCommand.AllowColdSending;
import dev.patchbay.shared.identity.IdentityCommand.ChangeApprovalChannel;
import dev.patchbay.shared.identity.IdentityCommand.ChangeHtmlSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeIdentityAssistant;
import dev.patchbay.shared.identity.IdentityCommand.ChangeReplyAddress;
import dev.patchbay.shared.identity.IdentityCommand.ChangeTextSignature;
import dev.patchbay.shared.identity.IdentityCommand.ChangeThreadHistoryDepth;
import dev.patchbay.shared.identity.IdentityCommand.DisableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.EnableAutoApproval;
import dev.patchbay.shared.identity.IdentityCommand.ForbidColdSending;
import dev.patchbay.shared.identity.IdentityCommand.RenameIdentity;
import dev.patchbay.shared.identity.IdentityCommand.Settings;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import dev.patchbay.shared.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a body may say about an identity beyond its address, in the documented order of fields. */
record IdentityFields(
        Field<DisplayName> displayName,
        Field<UUID> assistant,
        Field<EmailAddress> replyTo,
        Field<String> textSignature,
        Field<String> htmlSignature,
        Field<Long> threadHistoryDepth,
        Field<String> approvalChannel,
        Field<Boolean> coldSending,
        Field<Boolean> autoApproval) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SIGNATURE = 10_000;
    private static final int DEEPEST_HISTORY = 20;
    private static final int DEFAULT_HISTORY = 10;
    private static final int LARGEST_CHANNEL = 8 * 1024;
    private static final String NO_CHANNEL = "{}";

    static IdentityFields ofNew(Fields fields) {
        return with(fields.requiredText("display_name", IdentityFields::name), fields);
    }

    static IdentityFields of(Fields fields) {
        return with(fields.text("display_name", IdentityFields::name), fields);
    }

    private static IdentityFields with(Field<DisplayName> displayName, Fields fields) {
        return new IdentityFields(
                displayName,
                fields.nullableText("assistant_id", Uuids::required),
                fields.nullableText("reply_to_email", EmailAddress::parse),
                fields.nullableText("signature_text", IdentityFields::signature),
                fields.nullableText("signature_html", IdentityFields::signature),
                fields.integer("thread_history_depth", 0, DEEPEST_HISTORY),
                fields.nullableJson("approval_channel", LARGEST_CHANNEL),
                fields.flag("can_send_cold"),
                fields.flag("auto_approve_replies"));
    }

    Settings settings(@Nullable AssistantId linked) {
        return new Settings(
                linked,
                replyTo.value(),
                textSignature.value(),
                htmlSignature.value(),
                Math.toIntExact(threadHistoryDepth.orElse((long) DEFAULT_HISTORY)),
                approvalChannel.orElse(NO_CHANNEL),
                coldSending.orElse(false),
                autoApproval.orElse(false));
    }

    /**
     * What is to be changed.
     *
     * @param linked the assistant that the body names, if it names one
     */
    List<IdentityCommand> changes(IdentityId id, @Nullable AssistantId linked) {
        List<IdentityCommand> changes = new ArrayList<>();
        displayName.ifValue(value -> changes.add(new RenameIdentity(id, value)));
        assistant.ifGiven(value -> changes.add(new ChangeIdentityAssistant(id, linked)));
        replyTo.ifGiven(value -> changes.add(new ChangeReplyAddress(id, value)));
        textSignature.ifGiven(value -> changes.add(new ChangeTextSignature(id, value)));
        htmlSignature.ifGiven(value -> changes.add(new ChangeHtmlSignature(id, value)));
        threadHistoryDepth.ifValue(value -> changes.add(new ChangeThreadHistoryDepth(id, Math.toIntExact(value))));
        approvalChannel.ifGiven(
                value -> changes.add(new ChangeApprovalChannel(id, value == null ? NO_CHANNEL : value)));
        coldSending.ifValue(value -> changes.add(value ? new AllowColdSending(id) : new ForbidColdSending(id)));
        autoApproval.ifValue(value -> changes.add(value ? new EnableAutoApproval(id) : new DisableAutoApproval(id)));
        return changes;
    }

    private static DisplayName name(String text) throws InvalidText {
        return new DisplayName(Texts.line(text, LONGEST_NAME));
    }

    private static String signature(String text) throws InvalidText {
        return Texts.prose(text, LONGEST_SIGNATURE);
    }
}
