package dev.patchbay.command.team;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.team.TeamId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The teams in the log; loading one locks it for the unit of work. Whoever named one that is gone saw what is past, and may look again. */
@Component
class StoredTeams implements Teams {

    private final ObjectProvider<Configuration> axon;

    StoredTeams(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireThere(TeamId team, long account) {
        if (!isThere(team, account)) {
            throw new Refusal(Refusal.Reason.CONCURRENT, team + " is not there");
        }
    }

    private boolean isThere(TeamId team, long account) {
        try {
            return axon.getObject()
                    .repository(Team.class)
                    .load(team.toString())
                    .invoke(stored -> stored.belongsTo(account));
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }
}
