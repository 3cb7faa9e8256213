/** Who changed what, when and why, over HTTP. */
@NullMarked
package dev.patchbay.rest.audit;

import org.jspecify.annotations.NullMarked;
