package dev.patchbay.query.activity;

import dev.patchbay.query.Recorded;
import dev.patchbay.shared.team.TeamAssignmentLimitChanged;
import dev.patchbay.shared.team.TeamAssignmentTypeChanged;
import dev.patchbay.shared.team.TeamCreated;
import dev.patchbay.shared.team.TeamDeleted;
import dev.patchbay.shared.team.TeamEmojiChanged;
import dev.patchbay.shared.team.TeamRenamed;
import dev.patchbay.shared.team.TeamTimezoneChanged;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Tells what was done to teams. */
@Component
@ProcessingGroup("views")
final class TeamActivities {

    private final Entries entries;

    TeamActivities(Entries entries) {
        this.entries = entries;
    }

    @EventHandler
    void on(TeamCreated event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                event.accountId(),
                "team_created",
                Entries.TEAM,
                event.teamId(),
                "created team " + Entries.named(event.name(), event.teamId()));
    }

    @EventHandler
    void on(TeamRenamed event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "team_updated",
                Entries.TEAM,
                event.teamId(),
                "renamed team " + entry.team(event.teamId()) + " to " + event.name());
    }

    @EventHandler
    void on(TeamEmojiChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "team_updated",
                Entries.TEAM,
                event.teamId(),
                "changed the emoji of team " + entry.team(event.teamId()));
    }

    @EventHandler
    void on(TeamAssignmentTypeChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "team_updated",
                Entries.TEAM,
                event.teamId(),
                "changed the assignment type of team " + entry.team(event.teamId()) + " to " + event.assignmentType());
    }

    @EventHandler
    void on(TeamTimezoneChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "team_updated",
                Entries.TEAM,
                event.teamId(),
                "changed the time zone of team " + entry.team(event.teamId()));
    }

    @EventHandler
    void on(TeamAssignmentLimitChanged event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of(
                "team_updated",
                Entries.TEAM,
                event.teamId(),
                "changed the assignment limit of team " + entry.team(event.teamId()) + " to "
                        + event.assignmentLimit());
    }

    @EventHandler
    void on(TeamDeleted event, Recorded recorded, MetaData metaData) {
        Entry entry = entries.by(recorded, metaData);
        entry.of("team_deleted", Entries.TEAM, event.teamId(), "deleted team " + entry.team(event.teamId()));
    }
}
