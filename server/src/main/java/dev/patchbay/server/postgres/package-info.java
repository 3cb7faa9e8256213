/** The log and what is private in a PostgreSQL database that several processes share; each has views of its own. */
@NullMarked
package dev.patchbay.server.postgres;

import org.jspecify.annotations.NullMarked;
