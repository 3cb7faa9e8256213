/** Operators over HTTP. */
@NullMarked
package dev.patchbay.rest.operator;

import org.jspecify.annotations.NullMarked;
