/** How a command copes with servers and networks that fail. */
@NullMarked
package dev.patchbay.server.terminal;

import org.jspecify.annotations.NullMarked;
