package dev.patchbay.shared.claim;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.text.Texts;

/** What at most one thing of a kind may go by in an account, letter for letter: the address of an agent, the name of a team. */
public record NameId(AccountId account, Kind kind, String name) {

    /** Names may hold anything, and say who somebody is, so the stream is named by their SHA-256 digest. */
    @Override
    public String toString() {
        return "name_of_" + kind.word() + "-" + account.value() + "-" + Texts.digest(name);
    }
}
