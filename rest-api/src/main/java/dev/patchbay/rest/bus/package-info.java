/** The way to the command side and the query side, wherever they run. */
@NullMarked
package dev.patchbay.rest.bus;

import org.jspecify.annotations.NullMarked;
