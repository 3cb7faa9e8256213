/** Roles over HTTP. */
@NullMarked
package dev.patchbay.rest.role;

import org.jspecify.annotations.NullMarked;
