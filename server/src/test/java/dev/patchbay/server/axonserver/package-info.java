@NullMarked
package dev.patchbay.server.axonserver;

import org.jspecify.annotations.NullMarked;
