/** Whole datasets for analysts, over HTTP. */
@NullMarked
package dev.patchbay.rest.export;

import org.jspecify.annotations.NullMarked;
