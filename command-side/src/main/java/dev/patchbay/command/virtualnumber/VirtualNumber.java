package dev.patchbay.command.virtualnumber;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.command.operator.Operators;
import dev.patchbay.command.project.Projects;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.virtualnumber.RecordingStarted;
import dev.patchbay.shared.virtualnumber.RecordingStopped;
import dev.patchbay.shared.virtualnumber.VirtualNumberActivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberAssignedToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ActivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.AssignVirtualNumberToProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.DeactivateVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RegisterVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RenameVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.RestoreVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StartRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.StopRecording;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.WithdrawVirtualNumberFromProject;
import dev.patchbay.shared.virtualnumber.VirtualNumberDeactivated;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import dev.patchbay.shared.virtualnumber.VirtualNumberRegistered;
import dev.patchbay.shared.virtualnumber.VirtualNumberReleased;
import dev.patchbay.shared.virtualnumber.VirtualNumberRenamed;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import dev.patchbay.shared.virtualnumber.VirtualNumberWithdrawnFromProject;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A number that callers dial, and who answers it. */
@Aggregate
class VirtualNumber {

    @AggregateIdentifier
    private VirtualNumberId id;

    private boolean gone;
    private long account;
    private String phoneNumber;
    private @Nullable ProjectId project;
    private @Nullable String name;
    private boolean active;
    private boolean recording;

    @AggregateMember
    private Answering answering = new Answering();

    /** Who is gone decides nothing but to come back. */
    @CommandHandlerInterceptor
    void refuseWhenGone(VirtualNumberCommand command) {
        if (gone && !(command instanceof RestoreVirtualNumber)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, id + " is gone");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterVirtualNumber command) {
        apply(new VirtualNumberRegistered(
                command.id().value(),
                command.account().value(),
                command.phoneNumber().e164(),
                command.countryCode(),
                command.name() == null ? null : command.name().value(),
                command.terms().numberType(),
                command.terms().requirementGroupId(),
                command.terms().upfrontCost(),
                command.terms().monthlyCost()));
    }

    @CommandHandler
    void decide(RenameVirtualNumber command) {
        String wanted = command.name() == null ? null : command.name().value();
        if (!Objects.equals(wanted, name)) {
            apply(new VirtualNumberRenamed(id.value(), wanted));
        }
    }

    @CommandHandler
    void decide(ActivateVirtualNumber command) {
        if (!active) {
            apply(new VirtualNumberActivated(id.value()));
        }
    }

    @CommandHandler
    void decide(DeactivateVirtualNumber command) {
        if (active) {
            apply(new VirtualNumberDeactivated(id.value()));
        }
    }

    @CommandHandler
    void decide(StartRecording command) {
        if (!recording) {
            apply(new RecordingStarted(id.value()));
        }
    }

    @CommandHandler
    void decide(StopRecording command) {
        if (recording) {
            apply(new RecordingStopped(id.value()));
        }
    }

    @CommandHandler
    void decide(AssignVirtualNumberToProject command, Projects projects) {
        projects.requireThere(command.project(), account);
        if (!command.project().equals(project)) {
            apply(new VirtualNumberAssignedToProject(
                    id.value(), command.project().value()));
        }
    }

    @CommandHandler
    void decide(WithdrawVirtualNumberFromProject command) {
        if (command.project().equals(project)) {
            apply(new VirtualNumberWithdrawnFromProject(
                    id.value(), command.project().value()));
        }
    }

    @CommandHandler
    void decide(ReleaseVirtualNumber command) {
        apply(new VirtualNumberReleased(id.value(), phoneNumber));
    }

    @CommandHandler
    void decide(RestoreVirtualNumber command, Operators operators, Projects projects) {
        if (!gone) {
            return;
        }
        apply(new VirtualNumberRestored(id.value(), phoneNumber, answering.fallbackVirtualNumber()));
        answering.leaveOutWhoIsGone(operators);
        if (project != null && !projects.isThere(project, account)) {
            decide(new WithdrawVirtualNumberFromProject(id, project));
        }
    }

    boolean belongsTo(long otherAccount) {
        return !gone && account == otherAccount;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberRegistered event) {
        id = new VirtualNumberId(event.virtualNumberId());
        account = event.accountId();
        phoneNumber = event.phoneNumber();
        name = event.name();
        active = true;
        recording = true;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(VirtualNumberActivated event) {
        active = true;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberDeactivated event) {
        active = false;
    }

    @EventSourcingHandler
    void evolve(RecordingStarted event) {
        recording = true;
    }

    @EventSourcingHandler
    void evolve(RecordingStopped event) {
        recording = false;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberAssignedToProject event) {
        project = new ProjectId(event.projectId());
    }

    @EventSourcingHandler
    void evolve(VirtualNumberWithdrawnFromProject event) {
        project = null;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberReleased event) {
        gone = true;
    }

    @EventSourcingHandler
    void evolve(VirtualNumberRestored event) {
        gone = false;
    }

    VirtualNumber() {}
}
