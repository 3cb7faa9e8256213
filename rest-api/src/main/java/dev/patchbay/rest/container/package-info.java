/** What the servlet container answers by itself, in the API's own words. */
@NullMarked
package dev.patchbay.rest.container;

import org.jspecify.annotations.NullMarked;
