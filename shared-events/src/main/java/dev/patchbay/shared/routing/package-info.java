@NullMarked
package dev.patchbay.shared.routing;

import org.jspecify.annotations.NullMarked;
