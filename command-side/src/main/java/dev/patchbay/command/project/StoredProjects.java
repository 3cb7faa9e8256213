package dev.patchbay.command.project;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.project.ProjectId;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The projects in the log; loading one locks it for the unit of work. */
@Component
class StoredProjects implements Projects {

    private final ObjectProvider<Configuration> axon;

    StoredProjects(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireThere(ProjectId project, long account) {
        boolean there = axon.getObject()
                .repository(Project.class)
                .load(project.toString())
                .invoke(stored -> stored.belongsTo(account));
        if (!there) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, project + " belongs to another account");
        }
    }
}
