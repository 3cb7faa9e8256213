/** The history of things as it is read, and followed while it grows. */
@NullMarked
package dev.patchbay.server.history;

import org.jspecify.annotations.NullMarked;
