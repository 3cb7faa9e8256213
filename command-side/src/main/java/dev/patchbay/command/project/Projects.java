package dev.patchbay.command.project;

import dev.patchbay.shared.project.ProjectId;

/** The projects that other decisions depend on. */
public interface Projects {

    /** Refuses as not found unless the account has this project, and keeps it from being deleted until the commit. */
    void requireThere(ProjectId project, long account);
}
