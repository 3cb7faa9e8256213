/** Takes changes back and brings past states back, by further events. */
@NullMarked
package dev.patchbay.rest.undo;

import org.jspecify.annotations.NullMarked;
