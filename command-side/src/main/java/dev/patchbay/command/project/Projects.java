package dev.patchbay.command.project;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.project.ProjectId;

/** The projects that other decisions depend on. */
public interface Projects {

    /** Whether the account has this project; keeps one that is there from being deleted until the commit. */
    boolean isThere(ProjectId project, long account);

    /** Refuses as not found unless it is there. */
    default void requireThere(ProjectId project, long account) {
        if (!isThere(project, account)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, project + " is not there");
        }
    }
}
