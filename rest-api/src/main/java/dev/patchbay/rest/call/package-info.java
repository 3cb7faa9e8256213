/** Calls over HTTP. */
@NullMarked
package dev.patchbay.rest.call;

import org.jspecify.annotations.NullMarked;
