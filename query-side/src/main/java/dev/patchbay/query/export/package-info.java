/** What analysts take out: whole histories, in pages. */
@NullMarked
package dev.patchbay.query.export;

import org.jspecify.annotations.NullMarked;
