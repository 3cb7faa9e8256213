package dev.patchbay.command.project;

import dev.patchbay.command.Consequences;
import dev.patchbay.command.Decisions;
import dev.patchbay.command.Memberships;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.apikey.ApiKeyCommand.RevokeApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.operator.OperatorCommand.UnlinkOperatorFromProject;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectDeleted;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.project.ProjectMembers;
import dev.patchbay.shared.project.ProjectQuery.FindProjectMembers;
import dev.patchbay.shared.virtualnumber.VirtualNumberCommand.ReleaseVirtualNumber;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.eventhandling.EventHandler;

/** With a deleted project go its numbers, its keys and its links to operators. */
@Consequences
class ProjectDeparture {

    private final Memberships memberships;
    private final Decisions decisions;

    ProjectDeparture(Memberships memberships, Decisions decisions) {
        this.memberships = memberships;
        this.decisions = decisions;
    }

    @EventHandler
    void react(ProjectDeleted event) {
        ProjectId project = new ProjectId(event.projectId());
        ProjectMembers members = memberships.of(new FindProjectMembers(event.projectId(), Moment.head()));
        members.virtualNumberIds()
                .forEach(number -> decisions.askIfThere(new ReleaseVirtualNumber(new VirtualNumberId(number))));
        members.apiKeyIds().forEach(key -> decisions.askIfThere(new RevokeApiKey(new ApiKeyId(key))));
        members.operatorIds()
                .forEach(operator ->
                        decisions.askIfThere(new UnlinkOperatorFromProject(new OperatorId(operator), project)));
    }
}
