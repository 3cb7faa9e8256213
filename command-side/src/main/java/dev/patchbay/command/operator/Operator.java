package dev.patchbay.command.operator;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.patchbay.command.project.Projects;
import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorCommand;
import dev.patchbay.shared.operator.OperatorCommand.ActivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorEmail;
import dev.patchbay.shared.operator.OperatorCommand.ChangeOperatorPhoneNumber;
import dev.patchbay.shared.operator.OperatorCommand.CreateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeactivateOperator;
import dev.patchbay.shared.operator.OperatorCommand.DeleteOperator;
import dev.patchbay.shared.operator.OperatorCommand.LinkOperatorToProject;
import dev.patchbay.shared.operator.OperatorCommand.RenameOperator;
import dev.patchbay.shared.operator.OperatorCommand.RestoreOperator;
import dev.patchbay.shared.operator.OperatorCommand.UnlinkOperatorFromProject;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorRestored;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import dev.patchbay.shared.project.ProjectId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A person with a phone that calls are routed to. */
@Aggregate
class Operator {

    @AggregateIdentifier
    private OperatorId id;

    private boolean gone;
    private long account;
    private String name;
    private String phoneNumber;
    private @Nullable String email;
    private boolean active;
    private Set<Long> projects = Set.of();

    /** Who is gone decides nothing but to come back. */
    @CommandHandlerInterceptor
    void refuseWhenGone(OperatorCommand command) {
        if (gone && !(command instanceof RestoreOperator)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, id + " is gone");
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(CreateOperator command) {
        apply(new OperatorCreated(
                command.id().value(),
                command.account().value(),
                command.name().value(),
                command.phoneNumber().e164(),
                command.email() == null ? null : command.email().value(),
                command.active()));
    }

    @CommandHandler
    void decide(RenameOperator command) {
        if (!command.name().value().equals(name)) {
            apply(new OperatorRenamed(id.value(), command.name().value()));
        }
    }

    @CommandHandler
    void decide(ChangeOperatorPhoneNumber command) {
        if (!command.phoneNumber().e164().equals(phoneNumber)) {
            apply(new OperatorPhoneNumberChanged(
                    id.value(), command.phoneNumber().e164()));
        }
    }

    @CommandHandler
    void decide(ChangeOperatorEmail command) {
        String wanted = command.email() == null ? null : command.email().value();
        if (!Objects.equals(wanted, email)) {
            apply(new OperatorEmailChanged(id.value(), wanted));
        }
    }

    @CommandHandler
    void decide(ActivateOperator command) {
        if (!active) {
            apply(new OperatorActivated(id.value()));
        }
    }

    @CommandHandler
    void decide(DeactivateOperator command) {
        if (active) {
            apply(new OperatorDeactivated(id.value()));
        }
    }

    @CommandHandler
    void decide(LinkOperatorToProject command, Projects existing) {
        existing.requireThere(command.project(), account);
        if (!projects.contains(command.project().value())) {
            apply(new OperatorLinkedToProject(id.value(), command.project().value()));
        }
    }

    @CommandHandler
    void decide(UnlinkOperatorFromProject command) {
        if (projects.contains(command.project().value())) {
            apply(new OperatorUnlinkedFromProject(id.value(), command.project().value()));
        }
    }

    @CommandHandler
    void decide(DeleteOperator command) {
        projects.stream()
                .sorted()
                .forEach(project -> decide(new UnlinkOperatorFromProject(id, new ProjectId(project))));
        apply(new OperatorDeleted(id.value()));
    }

    @CommandHandler
    void decide(RestoreOperator command) {
        if (gone) {
            apply(new OperatorRestored(id.value()));
        }
    }

    boolean belongsTo(long otherAccount) {
        return !gone && account == otherAccount;
    }

    @EventSourcingHandler
    void evolve(OperatorCreated event) {
        id = new OperatorId(event.operatorId());
        account = event.accountId();
        name = event.name();
        phoneNumber = event.phoneNumber();
        email = event.email();
        active = event.active();
    }

    @EventSourcingHandler
    void evolve(OperatorRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(OperatorPhoneNumberChanged event) {
        phoneNumber = event.phoneNumber();
    }

    @EventSourcingHandler
    void evolve(OperatorEmailChanged event) {
        email = event.email();
    }

    @EventSourcingHandler
    void evolve(OperatorActivated event) {
        active = true;
    }

    @EventSourcingHandler
    void evolve(OperatorDeactivated event) {
        active = false;
    }

    @EventSourcingHandler
    void evolve(OperatorLinkedToProject event) {
        projects =
                Stream.concat(projects.stream(), Stream.of(event.projectId())).collect(Collectors.toUnmodifiableSet());
    }

    @EventSourcingHandler
    void evolve(OperatorUnlinkedFromProject event) {
        projects = projects.stream()
                .filter(project -> project != event.projectId())
                .collect(Collectors.toUnmodifiableSet());
    }

    @EventSourcingHandler
    void evolve(OperatorDeleted event) {
        gone = true;
    }

    @EventSourcingHandler
    void evolve(OperatorRestored event) {
        gone = false;
    }

    Operator() {}
}
