/** Identities over HTTP. */
@NullMarked
package dev.patchbay.rest.identity;

import org.jspecify.annotations.NullMarked;
