@NullMarked
package dev.patchbay.server.log;

import org.jspecify.annotations.NullMarked;
