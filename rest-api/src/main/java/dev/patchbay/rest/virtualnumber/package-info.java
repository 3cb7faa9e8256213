/** Virtual numbers over HTTP. */
@NullMarked
package dev.patchbay.rest.virtualnumber;

import org.jspecify.annotations.NullMarked;
