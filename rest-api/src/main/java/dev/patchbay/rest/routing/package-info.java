@NullMarked
package dev.patchbay.rest.routing;

import org.jspecify.annotations.NullMarked;
