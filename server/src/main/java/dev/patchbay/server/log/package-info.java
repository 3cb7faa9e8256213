/** The log as Axon sees it, whatever store keeps it. */
@NullMarked
package dev.patchbay.server.log;

import org.jspecify.annotations.NullMarked;
