/** Assistants over HTTP. */
@NullMarked
package dev.patchbay.rest.assistant;

import org.jspecify.annotations.NullMarked;
