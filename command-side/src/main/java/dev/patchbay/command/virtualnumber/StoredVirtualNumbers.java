package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The virtual numbers in the log; loading one locks it for the unit of work. */
@Component
class StoredVirtualNumbers implements VirtualNumbers {

    private final ObjectProvider<Configuration> axon;

    StoredVirtualNumbers(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireThere(VirtualNumberId number, long account) {
        boolean there = axon.getObject()
                .repository(VirtualNumber.class)
                .load(number.toString())
                .invoke(stored -> stored.belongsTo(account));
        if (!there) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, number + " is not there");
        }
    }
}
