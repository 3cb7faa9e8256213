/** What comes in: headers, parameters and bodies, read strictly and within bounds. */
@NullMarked
package dev.patchbay.rest.request;

import org.jspecify.annotations.NullMarked;
