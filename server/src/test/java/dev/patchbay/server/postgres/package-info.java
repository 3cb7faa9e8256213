@NullMarked
package dev.patchbay.server.postgres;

import org.jspecify.annotations.NullMarked;
