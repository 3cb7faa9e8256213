package dev.patchbay.command.operator;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.operator.OperatorId;
import org.axonframework.config.Configuration;
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
    public void requireThere(OperatorId operator, long account) {
        boolean there = axon.getObject()
                .repository(Operator.class)
                .load(operator.toString())
                .invoke(stored -> stored.belongsTo(account));
        if (!there) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, operator + " belongs to another account");
        }
    }
}
