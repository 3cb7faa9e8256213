package dev.patchbay.query.operator;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.SortKey;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.operator.OperatorActivated;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorDeactivated;
import dev.patchbay.shared.operator.OperatorDeleted;
import dev.patchbay.shared.operator.OperatorEmailChanged;
import dev.patchbay.shared.operator.OperatorLinkedToProject;
import dev.patchbay.shared.operator.OperatorPhoneNumberChanged;
import dev.patchbay.shared.operator.OperatorRenamed;
import dev.patchbay.shared.operator.OperatorRestored;
import dev.patchbay.shared.operator.OperatorUnlinkedFromProject;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the operators and the projects that see them. */
@Component
@ProcessingGroup("views")
final class OperatorProjection {

    private final Timeline operators;
    private final Timeline links;

    OperatorProjection(Views views) {
        operators = views.timeline(
                "operator",
                List.of("id"),
                List.of(
                        "account_id",
                        "name",
                        "sort_key",
                        "initials",
                        "phone_number",
                        "email",
                        "active",
                        "active_since"));
        links = views.timeline("operator_project", List.of("operator_id", "project_id"), List.of());
    }

    @EventHandler
    void on(OperatorCreated event, Recorded recorded) {
        operators.open(
                recorded,
                event.operatorId(),
                event.accountId(),
                event.name(),
                SortKey.of(event.name()),
                Initials.of(event.name()),
                event.phoneNumber(),
                event.email(),
                event.active(),
                recorded.position());
    }

    @EventHandler
    void on(OperatorRenamed event, Recorded recorded) {
        operators.change(
                recorded,
                event.operatorId(),
                "name, sort_key, initials",
                event.name(),
                SortKey.of(event.name()),
                Initials.of(event.name()));
    }

    @EventHandler
    void on(OperatorPhoneNumberChanged event, Recorded recorded) {
        operators.change(recorded, event.operatorId(), "phone_number", event.phoneNumber());
    }

    @EventHandler
    void on(OperatorEmailChanged event, Recorded recorded) {
        operators.change(recorded, event.operatorId(), "email", event.email());
    }

    @EventHandler
    void on(OperatorActivated event, Recorded recorded) {
        operators.change(recorded, event.operatorId(), "active, active_since", true, recorded.position());
    }

    @EventHandler
    void on(OperatorDeactivated event, Recorded recorded) {
        operators.change(recorded, event.operatorId(), "active, active_since", false, recorded.position());
    }

    @EventHandler
    void on(OperatorLinkedToProject event, Recorded recorded) {
        operators.touch(recorded, event.operatorId());
        links.open(recorded, event.operatorId(), event.projectId());
    }

    @EventHandler
    void on(OperatorUnlinkedFromProject event, Recorded recorded) {
        operators.touch(recorded, event.operatorId());
        links.close(recorded, event.operatorId(), event.projectId());
    }

    @EventHandler
    void on(OperatorDeleted event, Recorded recorded) {
        operators.close(recorded, event.operatorId());
    }

    @EventHandler
    void on(OperatorRestored event, Recorded recorded) {
        operators.reopen(recorded, event.operatorId());
    }
}
