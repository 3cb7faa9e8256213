package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of a virtual number. Asking for what is already so is harmless. */
public sealed interface VirtualNumberCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    VirtualNumberId id();

    /**
     * Registers a number for routing; refused while any account holds the same E.164 number.
     *
     * @param terms what was agreed with the carrier, for information only
     */
    record RegisterVirtualNumber(
            VirtualNumberId id,
            AccountId account,
            PhoneNumber phoneNumber,
            String countryCode,
            @Nullable DisplayName name,
            Terms terms)
            implements VirtualNumberCommand {}

    /** What was agreed with the carrier; recorded, never interpreted. */
    record Terms(
            @Nullable String numberType,
            @Nullable Long requirementGroupId,
            @Nullable String upfrontCost,
            @Nullable String monthlyCost) {}

    /** Null takes the name away. */
    record RenameVirtualNumber(VirtualNumberId id, @Nullable DisplayName name) implements VirtualNumberCommand {}

    record ActivateVirtualNumber(VirtualNumberId id) implements VirtualNumberCommand {}

    record DeactivateVirtualNumber(VirtualNumberId id) implements VirtualNumberCommand {}

    record StartRecording(VirtualNumberId id) implements VirtualNumberCommand {}

    record StopRecording(VirtualNumberId id) implements VirtualNumberCommand {}

    record ChangeRoutingStrategy(VirtualNumberId id, RoutingStrategy strategy) implements VirtualNumberCommand {}

    /** How long operators are rung, in seconds, unless the number says otherwise for one of them. */
    record ChangeRingTimeout(VirtualNumberId id, int seconds) implements VirtualNumberCommand {}

    /**
     * How long an attached operator is rung; refused when the operator is not attached.
     *
     * @param seconds null for as long as any other
     */
    record ChangeRingSeconds(
            VirtualNumberId id,
            OperatorId operator,
            @Nullable Integer seconds) implements VirtualNumberCommand {}

    /** What happens to calls that nobody answers; refused when it would lead back to this number. */
    record ChangeFallback(VirtualNumberId id, Fallback fallback) implements VirtualNumberCommand {}

    /** Puts an operator of the same account at the end of the ring order. */
    record AttachOperator(VirtualNumberId id, OperatorId operator) implements VirtualNumberCommand {}

    /** Takes an operator out of the ring order; those after it move up. */
    record DetachOperator(VirtualNumberId id, OperatorId operator) implements VirtualNumberCommand {}

    /** Makes this the whole ring order: attaches who is missing, detaches who is not named. No operator comes twice. */
    record ReorderOperators(VirtualNumberId id, List<OperatorId> operators) implements VirtualNumberCommand {
        public ReorderOperators {
            operators = List.copyOf(operators);
        }
    }

    /** Lets the number serve a project of the same account, and no longer the one before. */
    record AssignVirtualNumberToProject(VirtualNumberId id, ProjectId project) implements VirtualNumberCommand {}

    /** Ends the number's service to the project; harmless when it serves another or none. */
    record WithdrawVirtualNumberFromProject(VirtualNumberId id, ProjectId project) implements VirtualNumberCommand {}

    /** Gives the number up; its E.164 number may then be registered again. */
    record ReleaseVirtualNumber(VirtualNumberId id) implements VirtualNumberCommand {}

    /**
     * Takes a released number back into routing, without the operators and the project that are gone meanwhile; refused while
     * another holds the E.164 number, or when it would fall back to one that leads to it.
     */
    record RestoreVirtualNumber(VirtualNumberId id) implements VirtualNumberCommand {}
}
