package dev.patchbay.command.project;

import dev.patchbay.shared.project.ProjectId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateNotFoundException;
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
    public boolean isThere(ProjectId project, long account) {
        try {
            return axon.getObject()
                    .repository(Project.class)
                    .load(project.toString())
                    .invoke(stored -> stored.belongsTo(account));
        } catch (AggregateNotFoundException never) {
            return false;
        }
    }
}
