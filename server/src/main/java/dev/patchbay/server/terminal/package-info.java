/** What is run from a terminal against a server that is running, without a server of its own. */
@NullMarked
package dev.patchbay.server.terminal;

import org.jspecify.annotations.NullMarked;
