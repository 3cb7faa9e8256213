@NullMarked
package dev.patchbay.command.routing;

import org.jspecify.annotations.NullMarked;
