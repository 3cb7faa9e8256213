/** What aggregates were, so that a decision need not read all that ever happened to one. */
@NullMarked
package dev.patchbay.server.snapshot;

import org.jspecify.annotations.NullMarked;
