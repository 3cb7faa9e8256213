/** The log in the event store of an Axon Server; what is private, and the order of appends, in a PostgreSQL database. */
@NullMarked
package dev.patchbay.server.axonserver;

import org.jspecify.annotations.NullMarked;
