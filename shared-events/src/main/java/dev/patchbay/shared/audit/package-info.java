/** Who changed what, when and why. */
@NullMarked
package dev.patchbay.shared.audit;

import org.jspecify.annotations.NullMarked;
