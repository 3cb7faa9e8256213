@NullMarked
package dev.patchbay.server.crash;

import org.jspecify.annotations.NullMarked;
