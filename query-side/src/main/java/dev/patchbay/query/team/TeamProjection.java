package dev.patchbay.query.team;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamTimezoneChanged;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the teams. */
@Component
@ProcessingGroup("views")
final class TeamProjection {

    private final Timeline teams;

    TeamProjection(Views views) {
        teams = views.timeline(
                "team",
                List.of("id"),
                List.of(
                        "account_id",
                        "name",
                        "emoji",
                        "assignment_type",
                        "timezone",
                        "assignment_limit",
                        "created_at",
                        "updated_at"));
    }

    @EventHandler
    void on(TeamCreated event, Recorded recorded) {
        teams.open(
                recorded,
                event.teamId(),
                event.accountId(),
                event.name(),
                event.emoji(),
                event.assignmentType(),
                event.timezone(),
                event.assignmentLimit(),
                recorded.at().toString(),
                recorded.at().toString());
    }

    @EventHandler
    void on(TeamRenamed event, Recorded recorded) {
        change(recorded, event.teamId(), "name", event.name());
    }

    @EventHandler
    void on(TeamEmojiChanged event, Recorded recorded) {
        change(recorded, event.teamId(), "emoji", event.emoji());
    }

    @EventHandler
    void on(TeamAssignmentTypeChanged event, Recorded recorded) {
        change(recorded, event.teamId(), "assignment_type", event.assignmentType());
    }

    @EventHandler
    void on(TeamTimezoneChanged event, Recorded recorded) {
        change(recorded, event.teamId(), "timezone", event.timezone());
    }

    @EventHandler
    void on(TeamAssignmentLimitChanged event, Recorded recorded) {
        change(recorded, event.teamId(), "assignment_limit", event.assignmentLimit());
    }

    @EventHandler
    void on(TeamDeleted event, Recorded recorded) {
        teams.close(recorded, event.teamId());
    }

    private void change(Recorded recorded, long team, String column, @Nullable Object value) {
        teams.change(
                recorded, team, column + ", updated_at", value, recorded.at().toString());
    }
}
