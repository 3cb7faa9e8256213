package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Set;

/** Virtual numbers that a test says are there, all in one account. */
record SomeVirtualNumbers(long account, Set<VirtualNumberId> there) implements VirtualNumbers {

    static SomeVirtualNumbers of(long account, VirtualNumberId... there) {
        return new SomeVirtualNumbers(account, Set.of(there));
    }

    @Override
    public void requireThere(VirtualNumberId number, long asking) {
        if (asking != account || !there.contains(number)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, number + " is not there");
        }
    }
}
