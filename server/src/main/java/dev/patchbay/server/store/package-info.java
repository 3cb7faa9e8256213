/** What must not be in the log, in the tables of whatever store keeps it. */
@NullMarked
package dev.patchbay.server.store;

import org.jspecify.annotations.NullMarked;
