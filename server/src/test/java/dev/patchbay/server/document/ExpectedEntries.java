package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/** Which entries of the audit trail a good request leaves, operation by operation: type, kind of the thing, fields that change. */
final class ExpectedEntries {

    private static final List<String> LINES = """
            createOperator OperatorCreated operator name phone_number email active
            updateOperator OperatorDeactivated operator active
            deleteOperator OperatorDeleted operator name phone_number active
            registerVirtualNumber VirtualNumberRegistered virtual_number %1$s
            purchaseVirtualNumber VirtualNumberRegistered virtual_number %1$s
            updateVirtualNumber RoutingStrategyChanged virtual_number routing_strategy
            releaseVirtualNumber VirtualNumberReleased virtual_number %1$s
            addOperator OperatorAttached virtual_number operators
            removeOperator OperatorDetached virtual_number operators
            attachOperator OperatorAttached virtual_number operators
            reorderOperators OperatorsReordered virtual_number operators
            detachOperator OperatorDetached virtual_number operators
            createProject ProjectCreated project %2$s
            updateProject RetentionChanged project retention_days
            deleteProject ProjectDeleted project %2$s
            linkOperatorToProject OperatorLinkedToProject operator project_ids
            unlinkOperatorFromProject OperatorUnlinkedFromProject operator project_ids
            assignVirtualNumberToProject VirtualNumberAssignedToProject virtual_number project_id
            withdrawVirtualNumberFromProject VirtualNumberWithdrawnFromProject virtual_number project_id
            recordCall CallRecorded call virtual_number_id direction call_status call_duration ai_handled started_at
            reviseCall CallOutcomeCorrected call operator_id
            recordCalls CallRecorded call virtual_number_id external_id direction call_status call_duration operator_id %3$s
            recordCalls CallRecorded call virtual_number_id external_id direction phone_number call_status call_duration %3$s
            createIdentity IdentityCreated identity domain_id assistant_id local_part email_address display_name %4$s
            updateIdentity IdentityRenamed identity display_name
            updateIdentity IdentityAssistantChanged identity assistant_id
            updateIdentity ReplyAddressChanged identity reply_to_email
            updateIdentity TextSignatureChanged identity signature_text
            updateIdentity ThreadHistoryDepthChanged identity thread_history_depth
            updateIdentity ApprovalChannelChanged identity approval_channel
            updateIdentity ColdSendingAllowed identity can_send_cold
            deleteIdentity IdentityDeleted identity domain_id local_part email_address display_name %5$s
            sendTestEmail MailQueued mail kind about recipient subject status attempts
            addDomain DomainAdded domain domain status
            deleteDomain DomainDeleted domain domain status
            verifyDomain DomainChecked domain status ownership spf dkim mx
            createAssistant AssistantCreated assistant name description
            updateAssistant AssistantDescriptionChanged assistant description
            deleteAssistant AssistantDeleted assistant name
            issueApiKey ApiKeyIssued api_key name prefix permissions
            revokeApiKey ApiKeyRevoked api_key name prefix permissions
            startReplay ReplayStarted replay projection status events_per_second started_position
            updateReplay ReplayLimited replay events_per_second
            pauseReplay ReplayPaused replay status
            resumeReplay ReplayResumed replay status
            cancelReplay ReplayCancelled replay status
            acceptReplay ReplayAccepted replay status
            discardReplay ReplayDiscarded replay status
            retryDeadLetters DeadLettersRetried account
            openAccount AccountOpened account name
            openAccount ApiKeyIssued api_key name prefix permissions
            openAccount RoleCreated role name description permissions
            openAccount RoleCreated role name description permissions
            createAgent AgentCreated agent %6$s
            importAgents AgentCreated agent %6$s
            changeOwnAvailability AvailabilityChanged agent availability_status
            replaceAgent AgentEmailChanged agent email
            replaceAgent AgentRenamed agent first_name last_name
            changeAgent AgentRenamed agent first_name last_name
            changeAgent AgentDisabled agent enabled
            deleteAgent AgentDeleted agent %6$s
            issueAgentKey AgentKeyIssued agent api_key
            revokeAgentKey AgentKeyRevoked agent api_key
            createTeam TeamCreated team name emoji %7$s
            replaceTeam TeamRenamed team name
            replaceTeam TeamEmojiChanged team emoji
            replaceTeam TeamAssignmentTypeChanged team conversation_assignment_type
            replaceTeam TeamTimezoneChanged team timezone
            replaceTeam TeamAssignmentLimitChanged team max_auto_assigned_conversations
            changeTeam TeamRenamed team name
            changeTeam TeamTimezoneChanged team timezone
            deleteTeam TeamDeleted team name %7$s
            createRole RoleCreated role name description permissions
            replaceRole RoleRenamed role name
            replaceRole RoleDescriptionChanged role description
            replaceRole RolePermissionsChanged role permissions
            changeRole RoleRenamed role name
            changeRole RolePermissionsChanged role permissions
            undoChange ProjectRenamed project name
            restoreOperator OperatorRenamed operator name
            restoreVirtualNumber VirtualNumberRenamed virtual_number name
            restoreProject ProjectRenamed project name
            deleteRole RoleDeleted role name description permissions
            """.formatted(
            "phone_number country_code active recording routing_strategy ring_timeout_seconds fallback",
            "name language goal_language summary_language quality_baseline_enabled",
            "ai_handled started_at",
            "reply_to_email signature_text signature_html thread_history_depth status approval_channel can_send_cold"
                    + " auto_approve_replies",
            "thread_history_depth status approval_channel can_send_cold auto_approve_replies",
            "email first_name last_name enabled availability_status role_ids",
            "conversation_assignment_type timezone max_auto_assigned_conversations").lines().toList();

    /** Those that make something new, or look once more, each time they are asked; of the others the second is silent. */
    private static final Set<String> NEVER_SILENT = Set.of(
            "createOperator",
            "createProject",
            "recordCall",
            "createAssistant",
            "sendTestEmail",
            "verifyDomain",
            "issueApiKey",
            "retryDeadLetters",
            "openAccount",
            "issueAgentKey");

    private ExpectedEntries() {}

    static List<String> of(Operation operation) {
        List<String> expected = LINES.stream()
                .filter(line -> line.startsWith(operation.id() + " "))
                .map(line -> line.substring(operation.id().length() + 1))
                .toList();
        assertThat(expected).as("what the audit trail says after %s", operation).isNotEmpty();
        return expected;
    }

    static boolean isSilentTheSecondTime(Operation operation) {
        return !NEVER_SILENT.contains(operation.id());
    }
}
