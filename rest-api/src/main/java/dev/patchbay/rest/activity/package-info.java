/** What was done, over HTTP. */
@NullMarked
package dev.patchbay.rest.activity;

import org.jspecify.annotations.NullMarked;
