/** Teams over HTTP. */
@NullMarked
package dev.patchbay.rest.team;

import org.jspecify.annotations.NullMarked;
