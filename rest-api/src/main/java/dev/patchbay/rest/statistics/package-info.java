/** What calls come to. */
@NullMarked
package dev.patchbay.rest.statistics;

import org.jspecify.annotations.NullMarked;
