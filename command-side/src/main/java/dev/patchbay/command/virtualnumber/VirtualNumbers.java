package dev.patchbay.command.virtualnumber;

import dev.patchbay.shared.virtualnumber.VirtualNumberId;

/** The virtual numbers that other decisions depend on. */
public interface VirtualNumbers {

    /** Refuses as not found unless the account has this number, and keeps it from being released until the commit. */
    void requireThere(VirtualNumberId virtualNumber, long account);
}
