/** What can be set from outside. */
@NullMarked
package dev.patchbay.rest.settings;

import org.jspecify.annotations.NullMarked;
