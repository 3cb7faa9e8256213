@NullMarked
package dev.patchbay.server.traces;

import org.jspecify.annotations.NullMarked;
