package dev.patchbay.query.virtualnumber;

import dev.patchbay.shared.Scope;

/** The virtual numbers that a scope can see, as a condition on a row {@code n} of the table. */
public final class VisibleVirtualNumbers {

    private static final String PRESENT = "n.valid_from <= :position and :position < n.valid_to and ";
    private static final String OF_ACCOUNT = "n.account_id = :account";
    private static final String OF_PROJECT = OF_ACCOUNT + """
             and n.project_id = :project
            and exists (select 1 from project p
                where p.id = :project and p.valid_from <= :position and :position < p.valid_to)
            """;

    private VisibleVirtualNumbers() {}

    static String under(Scope scope) {
        return PRESENT + lastSeenUnder(scope);
    }

    /** For a row that need not be true at the position any more. */
    public static String lastSeenUnder(Scope scope) {
        return scope.projectId() == null ? OF_ACCOUNT : OF_PROJECT;
    }
}
