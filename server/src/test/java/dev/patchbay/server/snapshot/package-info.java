@NullMarked
package dev.patchbay.server.snapshot;

import org.jspecify.annotations.NullMarked;
