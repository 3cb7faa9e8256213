/** Who calls, and what that caller may do. */
@NullMarked
package dev.patchbay.rest.caller;

import org.jspecify.annotations.NullMarked;
