@NullMarked
package dev.patchbay.server.metrics;

import org.jspecify.annotations.NullMarked;
