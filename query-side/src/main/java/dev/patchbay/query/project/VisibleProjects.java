package dev.patchbay.query.project;

import dev.patchbay.shared.Scope;

/** The projects that a scope can see, as a condition on a row {@code p} of the table. */
final class VisibleProjects {

    private VisibleProjects() {}

    static String under(Scope scope) {
        return scope.projectId() == null ? "p.account_id = :account" : "p.account_id = :account and p.id = :project";
    }
}
