package dev.patchbay.server.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a client tries; what it is about is only chosen when it is its turn. */
sealed interface Action {

    /** The same request as one before, {@code back} requests ago. */
    record Again(int back) implements Action {}

    /**
     * A new request.
     *
     * @param caller which of all keys there ever were
     * @param retry which of few values for the {@code Idempotency-Key}; negative for none
     */
    record Ask(int caller, What what, Condition ifMatch, int retry, Flaw flaw) implements Action {}

    /** What the {@code If-Match} says. */
    enum Condition {
        NONE,
        CURRENT,
        OUTDATED,
        WEAK,
        ANY,
        NONSENSE
    }

    /** What is wrong with the body, where there is one. */
    enum Flaw {
        NONE,
        CUT_OFF,
        NO_OBJECT,
        NOT_CALLED_JSON
    }

    /** Which thing of its kind. */
    record Pick(Whose whose, int index) {}

    /** Where a {@link Pick} looks. */
    enum Whose {
        LIVING_OF_CALLER,
        ANY_EVER,
        MALFORMED
    }

    /** A member of a body; the value is JSON. */
    record Member(String name, String json) {}

    /** How an operator is taken from a number. */
    enum Spelling {
        QUERY,
        BODY,
        PATH,
        NOTHING
    }

    sealed interface What {}

    /** POST of a new thing. */
    record Create(Kind kind, List<Member> members) implements What {}

    record Change(Kind kind, Pick pick, List<Member> members) implements What {}

    record Delete(Kind kind, Pick pick) implements What {}

    /** add_operator, with an operator that there is or with whatever else. */
    record Attach(Pick number, @Nullable Pick operator, List<Member> members, boolean alias) implements What {}

    record Detach(Pick number, Pick operator, Spelling spelling) implements What {}

    /** PUT of a whole ring order; null for a body without any. */
    record Reorder(Pick number, @Nullable List<Pick> operators) implements What {}

    /** POST of an operator or a number to a project. */
    record Link(Pick project, Kind kind, @Nullable Pick member) implements What {}

    record Unlink(Pick project, Kind kind, Pick member) implements What {}
}
