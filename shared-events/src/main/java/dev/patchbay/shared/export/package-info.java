/** What analysts take out to work on elsewhere. */
@NullMarked
package dev.patchbay.shared.export;

import org.jspecify.annotations.NullMarked;
