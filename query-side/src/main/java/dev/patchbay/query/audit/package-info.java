/** Who changed what, when and why: read from the rows of every view and from the log's own account of itself. */
@NullMarked
package dev.patchbay.query.audit;

import org.jspecify.annotations.NullMarked;
