package dev.patchbay.command.claim;

import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Names of which one is taken; keeps what is asked of them. */
public final class SomeNames implements Names {

    public static final String TAKEN = "taken@example.com";

    private final List<String> asked = new ArrayList<>();

    @Override
    public void claim(Kind kind, long account, String name, long holder) {
        if (name.equals(TAKEN)) {
            throw new Refusal(Refusal.Reason.TAKEN, name + " is taken");
        }
        asked.add("claim " + kind.word() + " " + account + " " + name + " for " + holder);
    }

    @Override
    public void free(Kind kind, long account, String name, long holder) {
        asked.add("free " + kind.word() + " " + account + " " + name + " of " + holder);
    }

    public List<String> asked() {
        return asked;
    }
}
