package dev.patchbay.command.claim;

import dev.patchbay.shared.Kind;

/** The names that only one of a kind goes by in an account, claimed and freed in the commit of whoever does. */
public interface Names {

    /** In the place of an account, for names that only one in the whole installation goes by. */
    long INSTALLATION = 0;

    /** Takes a name; the whole unit of work is refused when another has it. */
    void claim(Kind kind, long account, String name, long holder);

    /** Gives a name up. */
    void free(Kind kind, long account, String name, long holder);

    /** Gives one name up and takes another. */
    default void exchange(Kind kind, long account, String before, String after, long holder) {
        claim(kind, account, after, holder);
        free(kind, account, before, holder);
    }
}
