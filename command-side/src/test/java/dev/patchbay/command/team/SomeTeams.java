package dev.patchbay.command.team;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.team.TeamId;
import java.util.Set;

/** The only teams that there are. */
public record SomeTeams(long account, Set<TeamId> there) implements Teams {

    public static Teams of(long account, TeamId... there) {
        return new SomeTeams(account, Set.of(there));
    }

    @Override
    public void requireThere(TeamId team, long otherAccount) {
        if (otherAccount != account || !there.contains(team)) {
            throw new Refusal(Refusal.Reason.CONCURRENT, team + " is not there");
        }
    }
}
