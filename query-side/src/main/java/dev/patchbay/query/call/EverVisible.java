package dev.patchbay.query.call;

import dev.patchbay.shared.Scope;

/**
 * What a scope sees of what has calls, also after it is gone, for calls come late: numbers stay with the project that they
 * served last, operators stay with the projects that they were ever linked to.
 */
final class EverVisible {

    /** The ids of the numbers that serve the project {@code :project}, or served it last. */
    static final String NUMBERS_OF_PROJECT = """
            select n.id from virtual_number n
            where n.served_project_id = :project and n.valid_to > 0 and n.valid_from <= :position and not exists (
                select 1 from virtual_number later
                where later.id = n.id and later.valid_to > n.valid_to and later.valid_from <= :position)
            """;

    /** The operator {@code :operator}, if it is one of the account. */
    static final String OPERATOR_OF_ACCOUNT = """
            select distinct o.id from operator o
            where o.id = :operator and o.valid_to > 0 and o.valid_from <= :position and +o.account_id = :account
            """;

    private static final String NUMBERS_OF_ACCOUNT = """
            select distinct n.id from virtual_number n
            where n.account_id = :account and n.valid_to > 0 and n.valid_from <= :position
            """;

    private static final String LAST_OF_NUMBER = """
            select %s from (
                select * from virtual_number
                where id = :id and valid_to > 0 and valid_from <= :position
                order by valid_to desc limit 1) as shown
            where account_id = :account
            """;

    private EverVisible() {}

    /** A statement about the number {@code :id}. */
    static String number(String columns, Scope scope) {
        String ofAccount = LAST_OF_NUMBER.formatted(columns);
        return scope.projectId() == null ? ofAccount : ofAccount + " and served_project_id = :project";
    }

    /** A statement that finds the ids of all numbers. */
    static String numbers(Scope scope) {
        return scope.projectId() == null ? NUMBERS_OF_ACCOUNT : NUMBERS_OF_PROJECT + " and n.account_id = :account";
    }

    /** A condition for a row {@code o} of the operators. */
    static String operator(Scope scope) {
        String ofAccount = "o.valid_from <= :position and +o.account_id = :account";
        return scope.projectId() == null ? ofAccount : ofAccount + """
                 and exists (select 1 from operator_project l
                    where l.operator_id = o.id and l.project_id = :project and l.valid_to > 0
                    and l.valid_from <= :position)
                """;
    }

    /** A condition for a row {@code c} of the calls; the account is the last one looked up by. */
    static String call(Scope scope) {
        String ofAccount = "c.valid_from <= :position and :position < c.valid_to and +c.account_id = :account";
        return scope.projectId() == null
                ? ofAccount
                : ofAccount + " and +c.virtual_number_id in (" + NUMBERS_OF_PROJECT + ")";
    }
}
