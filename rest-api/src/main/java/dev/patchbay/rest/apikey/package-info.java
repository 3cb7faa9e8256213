/** API keys over HTTP. */
@NullMarked
package dev.patchbay.rest.apikey;

import org.jspecify.annotations.NullMarked;
