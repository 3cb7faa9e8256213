/** What the projections could not take in. */
@NullMarked
package dev.patchbay.query.deadletter;

import org.jspecify.annotations.NullMarked;
