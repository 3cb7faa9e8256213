package dev.patchbay.query.operator;

import dev.patchbay.shared.Scope;

/** The operators that a scope can see, as conditions on a row {@code o} of the table. */
public final class VisibleOperators {

    private static final String PRESENT = "o.valid_from <= :position and :position < o.valid_to";
    private static final String OF_ACCOUNT = PRESENT + " and o.account_id = :account";

    /** Its key finds it: by the account one would walk through its history. */
    private static final String ONE_OF_ACCOUNT = PRESENT + " and +o.account_id = :account";

    private static final String PROJECT_IS_THERE = """
             and exists (select 1 from project p
                where p.id = :project and p.valid_from <= :position and :position < p.valid_to)
            """;
    private static final String LINKED = ONE_OF_ACCOUNT + """
             and exists (select 1 from operator_project l
                where l.operator_id = o.id and l.project_id = :project
                and l.valid_from <= :position and :position < l.valid_to)
            """ + PROJECT_IS_THERE;
    private static final String AMONG_LINKED = OF_ACCOUNT + """
             and o.id in (select l.operator_id from operator_project l
                where l.project_id = :project
                and l.valid_from <= :position and :position < l.valid_to)
            """ + PROJECT_IS_THERE;

    private VisibleOperators() {}

    /** For one operator whose id is known. */
    static String one(Scope scope) {
        return scope.projectId() == null ? ONE_OF_ACCOUNT : LINKED;
    }

    /** For many. */
    public static String all(Scope scope) {
        return scope.projectId() == null ? OF_ACCOUNT : AMONG_LINKED;
    }
}
