package dev.patchbay.shared.team;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import java.util.List;

/** Everything one may ask about teams; deleted ones are not found. */
public sealed interface TeamQuery<T> extends Query<T> {

    /** One team of an account. */
    record FindTeam(long teamId, long accountId, Moment moment) implements TeamQuery<TeamView> {}

    /** The teams of an account, those that changed last first. */
    record ListTeams(long accountId, Moment moment) implements TeamQuery<List<TeamView>> {}
}
