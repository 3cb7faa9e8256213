@NullMarked
package dev.patchbay.query.routing;

import org.jspecify.annotations.NullMarked;
