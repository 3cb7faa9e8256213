package dev.patchbay.shared.identity;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of an identity. Asking for what is already so is harmless; null takes a value away. */
public sealed interface IdentityCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    IdentityId id();

    /**
     * Makes an identity; refused unless the domain is verified and nobody has the address.
     *
     * @param domainName that of the domain, which never changes
     */
    record CreateIdentity(
            IdentityId id,
            AccountId account,
            UUID uuid,
            DomainId domain,
            DomainName domainName,
            LocalPart localPart,
            DisplayName displayName,
            Settings settings)
            implements IdentityCommand {}

    /**
     * What an identity may say about itself beyond its address and name.
     *
     * @param approvalChannel a JSON object
     */
    record Settings(
            @Nullable AssistantId assistant,
            @Nullable EmailAddress replyTo,
            @Nullable String textSignature,
            @Nullable String htmlSignature,
            int threadHistoryDepth,
            String approvalChannel,
            boolean coldSendingAllowed,
            boolean autoApprovalEnabled) {}

    record RenameIdentity(IdentityId id, DisplayName displayName) implements IdentityCommand {}

    record ChangeIdentityAssistant(IdentityId id, @Nullable AssistantId assistant) implements IdentityCommand {}

    /** Ends the link to an assistant, if it is to this one. */
    record UnlinkAssistant(IdentityId id, AssistantId assistant) implements IdentityCommand {}

    record ChangeReplyAddress(IdentityId id, @Nullable EmailAddress replyTo) implements IdentityCommand {}

    record ChangeTextSignature(IdentityId id, @Nullable String signature) implements IdentityCommand {}

    record ChangeHtmlSignature(IdentityId id, @Nullable String signature) implements IdentityCommand {}

    record ChangeThreadHistoryDepth(IdentityId id, int messages) implements IdentityCommand {}

    /** The channel is a JSON object. */
    record ChangeApprovalChannel(IdentityId id, String channel) implements IdentityCommand {}

    record AllowColdSending(IdentityId id) implements IdentityCommand {}

    record ForbidColdSending(IdentityId id) implements IdentityCommand {}

    record EnableAutoApproval(IdentityId id) implements IdentityCommand {}

    record DisableAutoApproval(IdentityId id) implements IdentityCommand {}

    record SuspendIdentity(IdentityId id) implements IdentityCommand {}

    record ResumeIdentity(IdentityId id) implements IdentityCommand {}

    /** Removes the identity; its address is free again. */
    record DeleteIdentity(IdentityId id) implements IdentityCommand {}
}
