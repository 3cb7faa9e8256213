package dev.patchbay.rest.audit;

import java.util.HashMap;
import java.util.Map;

/** Room for so many at once who may stay for long, and for so many of one account, so that none leaves the others without. */
public final class Places {
    private final int most;
    private final int mostOfAccount;
    private final Map<Long, Integer> taken = new HashMap<>();
    private int all;

    public Places(int most, int mostOfAccount) {
        this.most = most;
        this.mostOfAccount = mostOfAccount;
    }

    /** Takes a place for somebody of an account; answers false when there is none. */
    public synchronized boolean take(long account) {
        if (all >= most || taken.getOrDefault(account, 0) >= mostOfAccount) {
            return false;
        }
        all++;
        taken.merge(account, 1, Integer::sum);
        return true;
    }

    /** Gives one back that was taken. */
    public synchronized void leave(long account) {
        all--;
        taken.computeIfPresent(account, (same, places) -> places == 1 ? null : places - 1);
    }
}
