package dev.patchbay.command.operator;

import dev.patchbay.shared.operator.OperatorId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The operators in the log; loading one locks it for the unit of work. */
@Component
class StoredOperators implements Operators {

    private final ObjectProvider<Configuration> axon;

    StoredOperators(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public boolean isThere(OperatorId operator, long account) {
        try {
            return axon.getObject()
                    .repository(Operator.class)
                    .load(operator.toString())
                    .invoke(stored -> stored.belongsTo(account));
        } catch (AggregateNotFoundException never) {
            return false;
        }
    }
}
