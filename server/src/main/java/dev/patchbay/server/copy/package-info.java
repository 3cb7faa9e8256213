/** Moving a log from one store to another. */
@NullMarked
package dev.patchbay.server.copy;

import org.jspecify.annotations.NullMarked;
