package dev.patchbay.command.project;

import dev.patchbay.shared.project.ProjectId;
import java.util.Set;

/** Projects that a test says are there, all in one account. */
public record SomeProjects(long account, Set<ProjectId> there) implements Projects {

    public static SomeProjects of(long account, ProjectId... there) {
        return new SomeProjects(account, Set.of(there));
    }

    @Override
    public boolean isThere(ProjectId project, long asking) {
        return asking == account && there.contains(project);
    }
}
