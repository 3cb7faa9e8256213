package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.account.AccountId;

/** All that an account's virtual numbers fall back to. */
public record FallbackPlanId(AccountId account) {
    @Override
    public String toString() {
        return "fallback_plan-" + account.value();
    }
}
