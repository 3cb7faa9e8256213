package dev.patchbay.shared.project;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about projects. */
public sealed interface ProjectQuery<T> extends Query<T> {

    /** One project that the scope can see. */
    record FindProject(long projectId, Scope scope, Moment moment) implements ProjectQuery<ProjectDetail> {}

    /** The projects that the scope can see: by name, in the order of operators. */
    record ListProjects(Scope scope, @Nullable Page page, Moment moment)
            implements ProjectQuery<Listing<ProjectSummary>> {}

    /** What goes when the project goes. */
    record FindProjectMembers(long projectId, Moment moment) implements ProjectQuery<ProjectMembers> {}
}
