package dev.patchbay.command.team;

import dev.patchbay.shared.team.TeamId;

/** The teams that other decisions depend on. */
public interface Teams {

    /** Refuses unless the account has this team, and keeps it from being deleted until the commit. */
    void requireThere(TeamId team, long account);
}
