/** Projects, and what belongs to them, over HTTP. */
@NullMarked
package dev.patchbay.rest.project;

import org.jspecify.annotations.NullMarked;
